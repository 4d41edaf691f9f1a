// The field for SPARQL: YASQE, told to speak the language of the page and to let the Tab key out.
import Yasgui from '@zazuko/yasgui';
import { registerCompletion } from './completion.js';
import { words } from './words.js';

const { Yasqe } = Yasgui;

export function makeQueryField(host, { run, changed }) {
  registerCompletion();
  const field = new Yasqe(host, {
    value: '',
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: 'auto',
    autofocus: false,
    viewportMargin: Infinity,
    autocompleters: ['prefixes', 'class', 'property', 'variables'],
    extraKeys: {
      'Ctrl-Enter': run,
      'Cmd-Enter': run,
      Tab: false, // a keyboard must be able to leave
      'Shift-Tab': false,
      'Ctrl-S': false,
    },
  });
  const input = field.getInputField();
  input.setAttribute('aria-label', words.editorLabel);
  input.setAttribute('aria-multiline', 'true');
  const notify = field.showNotification.bind(field);
  field.showNotification = (key) => notify(key, words.completionHelp);
  field.on('change', changed);
  return field;
}
