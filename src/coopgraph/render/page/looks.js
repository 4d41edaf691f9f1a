// The left panel, on top: which projection, what colours and sizes say, one picture or one a decade.

const CHOICES = {
  projection: { options: () => [...projections.keys()], take: changeProjection },
  colourBy: { options: groupings, take: (colourBy) => change({ colourBy }) },
  sizeBy: { options: sizings, take: (sizeBy) => change({ sizeBy }) },
};

function openLooks() {
  for (const [name, { take: choose }] of Object.entries(CHOICES)) {
    const place = element(`choose-${name}`);
    place.addEventListener('change', () => choose(place.value));
  }
  bindBox('decades-on', (on) => change({ decades: on }));
}

function optionWords(name, option) {
  if (name === 'projection') return said(projections.get(option).told.title);
  return name === 'colourBy' ? word(`colour.${option}`) : word(`size.${option}`);
}

function showLooks() {
  const drawn = payload.panes.includes('network');
  for (const [name, { options }] of Object.entries(CHOICES)) {
    const place = element(`choose-${name}`);
    const known = options();
    place.parentElement.hidden = !drawn || known.length < 2;
    const wantedKey = [state.language, state.projection, ...known].join();
    if (place.dataset.filled !== wantedKey) {
      const made = known.map((option) => make('option', { value: option }, optionWords(name, option)));
      place.replaceChildren(...made);
      place.dataset.filled = wantedKey;
    }
    place.value = state[name];
    place.title = place.selectedOptions[0]?.textContent || '';
  }
  element('decades-on').checked = state.decades;
  element('decades-choice').hidden = !drawn || decadesKnown().length < 2;
  element('looks').hidden = !drawn;
}

// The legend is made anew only when what it says has changed; its numbers follow the view.
function showLegendOfLooks() {
  const says = [state.language, state.projection, state.colourBy, state.sizeBy].join();
  if (says !== showLegendOfLooks.last) showLegend();
  showLegendOfLooks.last = says;
  showGroupNumbers();
}
showLegendOfLooks.last = '';

// After another projection was taken: its own choices, its own words, its own places.
function swapProjection() {
  makeChoices();
  fillWords();
  showApart();
  computeSeen();
  for (const pane of panes) pane.swap?.();
  refresh();
}

// The decades of which facts speak: [[1960, 1969], …].
function decadesKnown() {
  const { firstYear, lastYear } = payload;
  const found = [];
  for (let year = firstYear - (firstYear % 10); year <= lastYear; year += 10) {
    if (year + 9 >= firstYear) found.push([Math.max(year, firstYear), Math.min(year + 9, lastYear)]);
  }
  return found;
}
