// A Shortcut is a line of the list of shortcuts: a command with its keys, or what a key or the mouse does beside the table of
// commands, inside a cell that is being typed into for instance.

import { commands } from '#session/commands.ts'
import { chordText, keyTexts } from '../keys.ts'
import { searchWords, wordsOf } from './paletteEntry.ts'

type Shortcut = { readonly name: string; readonly keys: readonly string[]; readonly words: string }

export type ShortcutGroup = { readonly title: string; readonly shortcuts: readonly Shortcut[] }

type Beside = readonly [name: string, ...keys: string[]]

const whileTyping: readonly Beside[] = [
  ['Type over the cell', 'any sign'],
  ['Type it and go to the next row, or the one before', 'Enter', 'Shift+Enter'],
  ['Type it and go to the next cell, or the one before', 'Tab', 'Shift+Tab'],
  ['Type it and go on, after typing over', 'arrows'],
  ['Move the caret instead', 'F2'],
  ['Type it into every selected cell', 'Mod+Enter'],
  ['Leave the cell as it was', 'Escape'],
]

const inTheBar: readonly Beside[] = [
  ['Keep the formula', 'Enter'],
  ['Leave the formula as it was', 'Escape'],
  ['Break the line', 'Alt+Enter', 'Shift+Enter'],
  ['List the lines, functions and names that can stand there', 'Ctrl+Space'],
  ['Take what is chosen in the list', 'Enter', 'Tab'],
  ['Close the list', 'Escape'],
  ['Put the suggestion in', 'Mod+.'],
  ['Put a line in, or what it was some quarters ago', 'click on its label or cell'],
  ['Put several quarters of a line in', 'drag over them'],
  ['Functions and how formulas are written', 'F1'],
]

const onReleaseNight: readonly Beside[] = [
  ['Next line, or the one before', 'Enter', 'Shift+Enter'],
  ['The figure as it was', 'Escape'],
  ['Enter the release', 'Mod+Enter'],
]

const withTheMouse: readonly Beside[] = [
  ['Select a range', 'drag'],
  ['Extend the selection', 'Shift+click'],
  ['Select another range beside it', 'Mod+click'],
  ['Select a whole row or column', 'click on its label or header'],
  ['Fill, from the handle at the corner of the selection', 'drag the handle'],
  ['Fill to the last quarter', 'double-click on the handle'],
  ['Edit the cell', 'double-click'],
  ['Rename a line', 'double-click on its label'],
  ['Move a line', 'drag the handle before its label'],
  ['Menu of the selection', 'right click'],
]

const elsewhere: readonly Beside[] = [
  ['Next part of the screen, or the one before', 'F6', 'Shift+F6'],
  ['In the find bar: the next match, or the one before', 'Enter', 'Shift+Enter'],
  ['Close the find bar, a menu or a dialog', 'Escape'],
  ['Save the note, in its dialog', 'Mod+Enter'],
]

const besides: readonly (readonly [title: string, besides: readonly Beside[]])[] = [
  ['While typing into a cell', whileTyping],
  ['In the formula bar', inTheBar],
  ['On release night', onReleaseNight],
  ['With the mouse', withTheMouse],
  ['Elsewhere', elsewhere],
]

const groupNames = [...new Set(commands.map(({ group }) => group))]

const everything: readonly ShortcutGroup[] = [
  ...groupNames.map((title) => ({
    title,
    shortcuts: commands
      .filter(({ group, keys }) => group === title && keys.length > 0)
      .map((command) => ({ name: command.name, keys: keyTexts(command), words: wordsOf(command) })),
  })),
  ...besides.map(([title, ofTitle]) => ({
    title,
    shortcuts: ofTitle.map(([name, ...keys]) => ({
      name,
      keys: keys.map((each) => chordText(each)),
      words: [title, name, ...keys, ...keys.map((each) => chordText(each))].join(' ').toLowerCase(),
    })),
  })),
]

/** The shortcuts that hold every word of a search; groups with none are left out. */
export const shortcutsWith = (search: string): readonly ShortcutGroup[] => {
  const words = searchWords(search)
  return everything
    .map(({ title, shortcuts }) => ({
      title,
      shortcuts: shortcuts.filter((shortcut) => words.every((word) => shortcut.words.includes(word))),
    }))
    .filter(({ shortcuts }) => shortcuts.length > 0)
}
