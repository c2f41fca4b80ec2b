"""The report: blocks, sections, HTML, PDF."""
