// Models B and C as a good programmer writes them by hand, knowing what is typed where: one loop over the segments, in it
// one over the quarters with the segment's formulas fused and what the next quarter needs in local variables; nothing
// allocated.
//
// A block's `segments` holds ten numbers for each segment and quarter, in the order of the model's lines: line k of segment
// s in quarter q is at (s * 100 + q) * 10 + k. `unitCost` is the block's (its first segment's), one number a quarter; so are
// the totals. Numbers typed on computed lines stand there already.

const quarters = 100
const segments = 100

/** Quarters 0 to 3, in which some lines are typed. */
function computeTypedQuarters(v, start, unitCost, total, keepsCash) {
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const a = start + quarter * 10
    const revenue = v[a + 3] * v[a + 1]
    v[a + 4] = revenue
    total[quarter] += revenue
    const isLast = quarter === 3
    if (isLast) v[a + 5] = v[a - 26] + v[a - 16] + v[a - 6] + revenue
    if (quarter > 0) v[a + 6] = v[a - 4] * 0.9 + v[a + 3] * v[a + 2] * unitCost[quarter] * 0.1
    const profit = (v[a + 7] = revenue - v[a + 6])
    const tax = (v[a + 8] = profit > 0 ? profit * 0.25 : 0)
    if (keepsCash && quarter > 0) v[a + 9] = v[a - 1] + profit - tax
    if (!keepsCash && isLast) v[a + 9] = Math.max(v[a - 26], v[a - 16], v[a - 6], revenue)
  }
}

function computeSegmentWithCash(v, start, unitCost, total) {
  computeTypedQuarters(v, start, unitCost, total, true)
  let a = start + 40
  let [volume4, volume3, volume2, volume1] = [v[a - 37], v[a - 27], v[a - 17], v[a - 7]]
  let [revenue3, revenue2, revenue1] = [v[a - 26], v[a - 16], v[a - 6]]
  let cost = v[a - 4]
  let cash = v[a - 1]
  for (let quarter = 4; quarter < quarters; quarter += 1, a += 10) {
    const volume = (v[a + 3] = volume4 * (1 + v[a]))
    volume4 = volume3
    volume3 = volume2
    volume2 = volume1
    volume1 = volume
    const revenue = (v[a + 4] = volume * v[a + 1])
    total[quarter] += revenue
    v[a + 5] = revenue3 + revenue2 + revenue1 + revenue
    revenue3 = revenue2
    revenue2 = revenue1
    revenue1 = revenue
    cost = cost * 0.9 + volume * v[a + 2] * unitCost[quarter] * 0.1
    v[a + 6] = cost
    const profit = (v[a + 7] = revenue - cost)
    const tax = (v[a + 8] = profit > 0 ? profit * 0.25 : 0)
    cash = cash + profit - tax
    v[a + 9] = cash
  }
}

function computeSegmentWithPeak(v, start, unitCost, total) {
  computeTypedQuarters(v, start, unitCost, total, false)
  let a = start + 40
  let [volume4, volume3, volume2, volume1] = [v[a - 37], v[a - 27], v[a - 17], v[a - 7]]
  let [revenue3, revenue2, revenue1] = [v[a - 26], v[a - 16], v[a - 6]]
  let cost = v[a - 4]
  for (let quarter = 4; quarter < quarters; quarter += 1, a += 10) {
    const volume = (v[a + 3] = volume4 * (1 + v[a]))
    volume4 = volume3
    volume3 = volume2
    volume2 = volume1
    volume1 = volume
    const revenue = (v[a + 4] = volume * v[a + 1])
    total[quarter] += revenue
    v[a + 5] = revenue3 + revenue2 + revenue1 + revenue
    v[a + 9] = Math.max(revenue3, revenue2, revenue1, revenue)
    revenue3 = revenue2
    revenue2 = revenue1
    revenue1 = revenue
    cost = cost * 0.9 + volume * v[a + 2] * unitCost[quarter] * 0.1
    v[a + 6] = cost
    const profit = (v[a + 7] = revenue - cost)
    v[a + 8] = profit > 0 ? profit * 0.25 : 0
  }
}

export function computeBlock({ segments: v, unitCost, total, totalYear, totalFourYears }) {
  total.fill(0)
  for (let segment = 0; segment < segments; segment += 2) {
    computeSegmentWithPeak(v, segment * quarters * 10, unitCost, total)
    computeSegmentWithCash(v, (segment + 1) * quarters * 10, unitCost, total)
  }
  for (let q = 3; q < quarters; q += 1) totalYear[q] = total[q - 3] + total[q - 2] + total[q - 1] + total[q]
  for (let q = 15; q < quarters; q += 1) {
    let sum = total[q - 15]
    for (let back = 14; back >= 0; back -= 1) sum += total[q - back]
    totalFourYears[q] = sum
  }
}
