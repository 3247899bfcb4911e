// Makes Personalify.Web/wwwroot/fonts of the fonts that npm brings. The pages' own words and figures need few letters: these are in files of
// their own, and those of other languages come only where a name has them. Run it again only when a font or these sets change:
//   npm install --no-save subset-font@2.9.0 && node tools/subset-fonts.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const resolve = createRequire(import.meta.url).resolve;
const folder = new URL('../Personalify.Web/wwwroot/fonts/', import.meta.url);

// What is set is kerned, composed and set in figures of one width; nothing asks for other forms of letters.
const features = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'liga', 'tnum', 'rvrn'];
const basic = [[0x20, 0x7e], [0xa0], [0xb7], [0xd7], [0x2009, 0x200a], [0x2013, 0x2014], [0x2018, 0x2019], [0x201c, 0x201d], [0x2026], [0x202f],
  [0x2039, 0x203a], [0x2191], [0x2193], [0x2212]];
const latin = [[0xa1, 0xff], [0x131], [0x152, 0x153], [0x2bb, 0x2bc], [0x2c6], [0x2da], [0x2dc], [0x304], [0x308], [0x329], [0x2000, 0x206f], [0x20ac],
  [0x2122], [0x2215], [0xfeff], [0xfffd]];

const sans = '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2';
const serif = '@fontsource/instrument-serif/files/instrument-serif-latin-400-normal.woff2';
const italic = '@fontsource/instrument-serif/files/instrument-serif-latin-400-italic.woff2';

mkdirSync(folder, { recursive: true });
await make('sans-basic', sans, points(basic));
await make('sans-latin', sans, points(latin).filter(point => !points(basic).includes(point)));
await make('serif-basic', serif, points(basic));
await make('serif-latin', serif, points(latin).filter(point => !points(basic).includes(point)));
await make('mark', italic, [...'ify'].map(letter => letter.codePointAt(0)));

async function make(name, source, letters) {
  const font = await subsetFont(readFileSync(resolve(source)), String.fromCodePoint(...letters), { targetFormat: 'woff2', keepFeatures: features, noHinting: true });
  writeFileSync(new URL(`${name}.woff2`, folder), font);
  console.log(`${name}.woff2 ${font.length}`);
}

function points(ranges) {
  return ranges.flatMap(([first, last = first]) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
}
