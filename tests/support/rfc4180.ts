// A reader of CSV written from the text of RFC 4180 and from nothing else, so that it shares no fault with the writer.

/** Records of fields. Throws where the text is not what the RFC describes; a byte-order mark is left out. */
export const readRfc4180 = (text: string): readonly (readonly string[])[] => {
  const body = text.replace(/^\ufeff/, '')
  const records: string[][] = []
  let record: string[] = []
  for (let at = 0; at < body.length;) {
    const quoted = /"((?:[^"]|"")*)"/y
    const plain = /[^",\r\n]*/y
    quoted.lastIndex = at
    plain.lastIndex = at
    const found = body[at] === '"' ? quoted.exec(body) : plain.exec(body)
    if (found === null) throw new Error(`a field that is not closed at ${at}`)
    record.push(found[1]?.replaceAll('""', '"') ?? found[0])
    at += found[0].length
    if (body[at] === ',') {
      at += 1
      if (at === body.length) throw new Error('the last record does not end')
      if (body.startsWith('\r\n', at)) record.push('')
    }
    if (body.startsWith('\r\n', at)) {
      records.push(record)
      record = []
      at += 2
    } else if (at < body.length && body[at - 1] !== ',') throw new Error(`neither comma nor end of record at ${at}`)
  }
  if (record.length > 0) throw new Error('the last record does not end')
  return records
}
