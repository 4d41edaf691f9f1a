// The colours and fonts of the moment, read from the style sheet, for what is drawn on the canvas.

const theme = { paper: '', ink: '', quiet: '', accent: '', hair: '', mixed: '', bar: '', font: '' };
const darkness = window.matchMedia('(prefers-color-scheme: dark)');
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ['paper', 'ink', 'quiet', 'accent', 'hair', 'mixed', 'bar']) {
    theme[name] = style.getPropertyValue(`--${name}`).trim();
  }
  theme.font = getComputedStyle(document.body).fontFamily;
}

// What is printed or taken along is light, whatever the screen: the rules for the dark are set aside
// and all is drawn again. Returns the way back.
function lighten() {
  if (!darkness.matches) return () => {};
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
  const dark = rules.map(({ media }) => media).filter((media) => media?.mediaText.includes('dark'));
  const before = dark.map(({ mediaText }) => mediaText);
  for (const media of dark) media.mediaText = 'not all';
  redraw();
  return () => {
    dark.forEach((media, place) => {
      media.mediaText = before[place];
    });
    redraw();
  };
}

// Everything that has its colours from here, and no word of it changed.
function redraw() {
  readTheme();
  showLegend();
  showGroupNumbers();
  computeSeen();
  speakPanes();
  drawPanes();
}
