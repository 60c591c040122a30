/**
 * What a source file says to the outside, read with TypeScript's own parser: the addresses it imports (types, re-exports,
 * dynamic imports and workers too) and the names it uses without declaring them.
 */
import ts from 'typescript'

/** `path` from the project's root, with forward slashes. */
export type SourceText = { readonly path: string; readonly text: string }
export type FreeName = { readonly name: string; readonly use: string }
export type Source = SourceText & { readonly imports: readonly string[]; readonly freeNames: readonly FreeName[] }

const computedAddress = '(computed)'

export function readSources(texts: readonly SourceText[]): Source[] {
  const byName = new Map(texts.map(({ path, text }) => [`/${path}.ts`, path.endsWith('.svelte') ? script(text) : text]))
  // Without libraries and without following imports, a name that TypeScript cannot resolve is a global one.
  const options: ts.CompilerOptions = {
    noLib: true,
    noResolve: true,
    moduleDetection: ts.ModuleDetectionKind.Force,
    target: ts.ScriptTarget.ESNext,
    types: [],
  }
  const program = ts.createProgram([...byName.keys()], options, {
    ...ts.createCompilerHost(options),
    getCurrentDirectory: () => '/',
    fileExists: (name) => byName.has(name),
    readFile: (name) => byName.get(name),
    getSourceFile: (name, languageVersion) => {
      const text = byName.get(name)
      return text === undefined ? undefined : ts.createSourceFile(name, text, languageVersion, true)
    },
  })
  const checker = program.getTypeChecker()
  return texts.map(({ path, text }) => {
    const file = program.getSourceFile(`/${path}.ts`)
    if (file === undefined) throw new Error(`${path} was not parsed.`)
    const markup = path.endsWith('.svelte') ? markupImports(text) : []
    return {
      path,
      text,
      imports: [...collect(file, addresses), ...markup],
      freeNames: collect(file, freeName(checker), isTypeOnly),
    }
  })
}

/** The script blocks of a component, one after the other. */
function script(component: string): string {
  return [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
}

/** `{#await import('./Chart.svelte')}`: the one way to import outside a script. */
function markupImports(component: string): string[] {
  const markup = component.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '')
  return [...markup.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(([, address = '']) => address)
}

function collect<T>(file: ts.SourceFile, find: (node: ts.Node) => readonly T[], skips = (_: ts.Node) => false): T[] {
  const found: T[] = []
  const visit = (node: ts.Node): void => {
    if (skips(node)) return
    found.push(...find(node))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function addresses(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node)) return [address(node.moduleSpecifier)]
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier ? [address(node.moduleSpecifier)] : []
  if (ts.isImportTypeNode(node))
    return [ts.isLiteralTypeNode(node.argument) ? address(node.argument.literal) : computedAddress]
  if (ts.isExternalModuleReference(node)) return [address(node.expression)]
  if (ts.isCallExpression(node)) {
    const { expression } = node
    const loads =
      expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require')
    return loads ? [address(node.arguments[0])] : []
  }
  // new URL('./worker.ts', import.meta.url) is how a worker is loaded.
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
    const [file, relativeTo] = node.arguments ?? []
    return relativeTo?.getText() === 'import.meta.url' ? [address(file)] : []
  }
  return []
}

function address(node: ts.Node | undefined): string {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : computedAddress
}

/** A name that is declared nowhere in the file, with the expression around it. */
function freeName(checker: ts.TypeChecker): (node: ts.Node) => FreeName[] {
  return (node) => {
    if (!ts.isIdentifier(node) || isLabel(node) || node.text === 'arguments') return []
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node)
    return (symbol?.declarations?.length ?? 0) > 0 ? [] : [{ name: node.text, use: use(node) }]
  }
}

/** A name that is no value by itself: a member, a jump's mark, or something another module declares. */
function isLabel(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) || ts.isMetaProperty(parent)) return parent.name === node
  if (ts.isBindingElement(parent)) return parent.propertyName === node
  if (ts.isExportSpecifier(parent)) return parent.parent.parent.moduleSpecifier !== undefined
  return ts.isImportSpecifier(parent) || ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)
}

/** Types name no value, except for the class that another one extends. */
function isTypeOnly(node: ts.Node): boolean {
  if (ts.isExpressionWithTypeArguments(node)) return false
  return ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)
}

function use(node: ts.Identifier): string {
  let outer: ts.Node = node
  if (ts.isPropertyAccessExpression(outer.parent) && outer.parent.expression === outer) outer = outer.parent
  const { parent } = outer
  const called = (ts.isNewExpression(parent) || ts.isCallExpression(parent)) && parent.expression === outer
  return (called || isInstanceTest(parent, outer) ? parent : outer).getText()
}

function isInstanceTest(parent: ts.Node, operand: ts.Node): boolean {
  return (
    ts.isBinaryExpression(parent) &&
    parent.right === operand &&
    parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword
  )
}
