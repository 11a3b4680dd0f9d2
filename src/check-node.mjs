// Preloaded before any .ts file: an old Node would stop at the first type with a riddle.

const oldest = [22, 18]

/** One sentence for whoever starts the program with a Node that is too old; otherwise undefined. */
export function problemWith(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined
  return `需要 Node ${oldest.join('.')} 或更新的版本，现在是 ${version}：请先运行 npm ci（它会带来 Node 24），再用 npm start 启动；仍不行时，请先安装 Node 24。`
}

const problem = problemWith(process.versions.node)
if (problem) {
  process.stderr.write(`${problem}\n`)
  process.exit(1)
}
