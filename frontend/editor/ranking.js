// Which questions have the words that somebody types, those that have most of them first.
import { folded } from './words.js';

const STEM = 5; // letters by which long words are compared: a plural is found by its singular
const SMALL = new Set(wordsOf(`a au aux avec ce ces cette d dans de des du elle en est et il ils l la le les leur leurs ne ou
  par pas pour qu que quel quelle quelles quels qui s sa se ses son sont sur un une y
  an and are at by did do does for from had has have how in is it of on or that the their they this to was were
  what which who whose with`));

export function wordsOf(text) {
  return folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

// All of them for no word; where several have as many of the words, the one that has them in its title.
export function rank(search, questions, textsOf) {
  const typed = [...new Set(wordsOf(search))];
  const telling = typed.filter((word) => !SMALL.has(word));
  const stems = (telling.length ? telling : typed).map(stemOf);
  if (!stems.length) return questions;
  const marked = questions.map((question) => ({ question, marks: marksOf(stems, textsOf(question)) }));
  return marked.filter(({ marks }) => marks[0])
    .sort((a, b) => b.marks[0] - a.marks[0] || b.marks[1] - a.marks[1])
    .map(({ question }) => question);
}

function stemOf(word) {
  if (word.length > STEM) return word.slice(0, STEM);
  return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}

// How many of the words are there, and how near to the title: 3, 2 or 1 for each.
function marksOf(stems, texts) {
  const places = stems.map((stem) => texts.findIndex((text) => text.some((word) => word.startsWith(stem))));
  const found = places.filter((place) => place >= 0);
  return [found.length, found.reduce((sum, place) => sum + texts.length - place, 0)];
}
