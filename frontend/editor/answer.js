// The answer, in YASR: our own views as its plugins, its frame in the language of the page.
import Yasgui from '@zazuko/yasgui';
import { readColumns } from './columns.js';
import { make, note } from './dom.js';
import { drawChart, fillsChart } from './views/chart.js';
import { drawNetwork, fillsNetwork } from './views/network.js';
import { drawRaw } from './views/raw.js';
import { drawEmpty, drawTable } from './views/table.js';
import { drawTimeline, fillsTimeline } from './views/timeline.js';
import { words } from './words.js';

const { Yasr } = Yasgui;
const DRAWN = { table: drawTable, network: drawNetwork, timeline: drawTimeline, chart: drawChart };
const FILLS = { network: fillsNetwork, timeline: fillsTimeline, chart: fillsChart };
const VIEWS = [...Object.keys(DRAWN), 'raw'];

// A plugin that draws the rows, or says in words why there is nothing to draw.
function viewOf(name) {
  return class {
    constructor(yasr) {
      this.yasr = yasr;
      this.priority = VIEWS.length - VIEWS.indexOf(name);
      this.label = words[name];
    }

    canHandleResults() {
      return Boolean(this.yasr.results);
    }

    getIcon() {
      return undefined;
    }

    draw() {
      const host = this.yasr.resultsEl;
      const { results, titles } = this.yasr;
      const verdict = results.getBoolean();
      const rows = results.getBindings();
      if (name === 'raw') drawRaw(host, results.getOriginalResponseAsString());
      else if (verdict !== undefined) host.replaceChildren(make('p', { class: 'verdict' }, verdict ? words.yes : words.no));
      else if (!rows || results.getType() === 'ttl') host.replaceChildren(note(words.ifTable));
      else if (!rows.length) drawEmpty(host);
      else DRAWN[name](host, { columns: readColumns(results.getVariables(), rows, titles), rows }, this.state());
    }

    // What was chosen in this view, for as long as the answer is shown.
    state() {
      if (this.shown !== this.yasr.results) Object.assign(this, { shown: this.yasr.results, chosen: {} });
      return this.chosen;
    }
  };
}

// The frame of YASR has tooltips and counts in English: only its choice of views is used.
export class Answer extends Yasr {
  constructor(host, changed) {
    Yasr.plugins = {};
    Yasr.defaults.plugins = {};
    for (const name of VIEWS) Yasr.registerPlugin(name, viewOf(name));
    super(host, { persistenceId: null, pluginOrder: [...VIEWS], defaultPlugin: 'table', prefixes: {} });
    this.headerEl.setAttribute('role', 'group');
    this.headerEl.setAttribute('aria-label', words.views);
    this.on('change', () => changed(this.getSelectedPluginName()));
  }

  drawHeader() {
    this.pluginControls = make('div'); // what YASR empties between two views
    this.drawPluginSelectors();
    for (const button of this.pluginSelectorsEl.querySelectorAll('button')) {
      button.removeAttribute('aria-label');
      button.removeAttribute('title');
    }
  }

  updatePluginSelectors(compatible) {
    super.updatePluginSelectors(compatible);
    for (const name of VIEWS) {
      const button = this.pluginSelectorsEl?.querySelector(`.select_${name}`);
      button?.setAttribute('aria-pressed', String(name === this.getSelectedPluginName()));
    }
  }

  updateResponseInfo() {}

  updateHelpButton() {}

  updateExportHeaders() {}

  show({ data, table, contentType, titles, seconds, view }) {
    this.titles = titles;
    if (VIEWS.includes(view)) this.selectedPlugin = view;
    if (!this.#fills(this.getSelectedPluginName(), table, titles)) this.selectedPlugin = 'table';
    const drawn = new Promise((done) => { this.once('drawn', done); });
    this.setResponse({ data, contentType, executionTime: seconds * 1000, status: 200 });
    this.updatePluginSelectors();
    return drawn;
  }

  // What a view misses is said to who clicks on it; an answer that comes shows its rows.
  #fills(view, table, titles) {
    const rows = table?.results?.bindings ?? [];
    if (!rows.length || !FILLS[view]) return true;
    return FILLS[view]({ columns: readColumns(table.head.vars, rows, titles), rows });
  }
}

// The view that suits what a question gives: of what is not drawn here, the nearest.
export function viewFor(name) {
  return { chain: 'network', map: 'table' }[name] ?? name;
}
