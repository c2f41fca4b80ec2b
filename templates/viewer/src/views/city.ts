import { CityView } from "../city/cityView.ts";
import { NoWebGL2 } from "../gl/canvas.ts";
import type { View } from "./view.ts";

/** The decision as a city: floors are layers, columns are tokens, arcs are what heads contribute between them. */
export const city: View = {
  name: "city",
  title: "City",
  mount(el, open, bus, page) {
    try {
      const view = new CityView(el, open, bus, page);
      return () => view.dispose();
    } catch (error) {
      if (!(error instanceof NoWebGL2)) throw error;
      page.fallBack(`${error.message} The picture below stands instead; the other views work.`);
      return () => undefined;
    }
  },
};
