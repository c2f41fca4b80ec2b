// Runs before the first paint: marks that scripts run, and brings back the theme chosen before.
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("auditkit-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch { /* Storage is closed to this page: the system's theme it is. */ }
