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
