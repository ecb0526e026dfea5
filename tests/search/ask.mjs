// Ask a built site's index by its own script, without a page: `node ask.mjs SITE < questions`.
// Reads JSON {"language": ["question", …]}, writes by language and question the first addresses, whether title or
// snippet of each has a mark, and the bytes, compressed, of the files of the index that were read for it.
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [site] = process.argv.slice(2);
globalThis.window = {};
const script = readdirSync(`${site}/assets`).find((name) => /^search\..*js$/.test(name));
new Function(readFileSync(`${site}/assets/${script}`, "utf8"))();
const { makeIndex, ...inner } = window.subportalSearch;

const ask = async (language, question) => {
  let weight = 0;
  const files = {};
  const index = makeIndex(async (name) => {
    if (!files[name]) {
      const text = readFileSync(`${site}/search/${language}/${name}.js`, "utf8");
      weight += gzipSync(text).length;
      globalThis.subportalIndex = (told, data) => (files[told] = data);
      new Function(text)();
    }
    return files[name];
  }, language === "en");
  const found = await index.find(question);
  const shown = await index.show(found, 0, 10);
  const english = language === "en";
  const isMarked = (text) => inner.placesOf(text, found.keys, english).length > 0;
  const piece = (entry) => inner.snippet([entry[5], entry[6] || ""], found.keys, english, language === "zh" ? 90 : 180);
  const marked = shown.map((entry) => isMarked(entry[2]) || isMarked(piece(entry)));
  return { marked, pages: shown.map((entry) => entry[1]), titles: shown.map((entry) => entry[2]), count: found.slots.length, weight, files: Object.keys(files).length };
};

const asked = JSON.parse(readFileSync(0, "utf8"));
const answers = {};
for (const language of Object.keys(asked)) {
  answers[language] = {};
  for (const question of asked[language]) answers[language][question] = await ask(language, question);
}
process.stdout.write(JSON.stringify(answers));
