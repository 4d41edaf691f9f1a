"""Draw a `coopgraph.views.model.View`: one page that needs nothing else.

- `html` makes the page: picture, time slider, facts, table twin, in both languages;
- `payload` turns a view into the data that the page carries, with `records`, `columns` and
  `addresses`;
- `outlines` holds the outline of each shape, for canvas, SVG and legend alike;
- `svg` places and draws the still picture, and `table` writes the rows, for readers without script;
- `words` holds every word of the page that is not in the view or in `coopgraph.views.legend`;
- `page/` holds the templates, the style sheet and the scripts, which are put into the page.
"""

__all__: list[str] = []
