// node dockerfile.mjs DOCKERFILE: its instructions in their order as JSON on the standard output, each with keyword, flags and arguments,
// the `text` that a shell gets of it, and `words` where it is a JSON array.
import { readFileSync } from 'node:fs'
import { DockerfileParser } from 'dockerfile-ast'

const dockerfile = DockerfileParser.parse(readFileSync(process.argv[2], 'utf8'))
console.log(JSON.stringify(dockerfile.getInstructions().map((instruction) => ({
  keyword: instruction.getKeyword(),
  flags: Object.fromEntries((instruction.getFlags?.() ?? []).map((flag) => [flag.getName(), flag.getValue()])),
  arguments: instruction.getArguments().map((argument) => argument.getValue()),
  text: instruction.getArgumentsContent() ?? '',
  words: instruction.getJSONStrings?.().map((word) => word.getJSONValue()) ?? [],
}))))
