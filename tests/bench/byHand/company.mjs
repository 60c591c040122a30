// Model A as a good programmer writes it by hand, knowing what is typed where: one loop over the quarters, all formulas
// fused, what the next quarter needs in local variables, nothing allocated.
//
// x holds the twelve drivers that are the same in every lane, y the six that differ, v the 37 computed lines, each in the
// order of the model's lines, quarter after quarter: computed line k in quarter q is v[q * 37 + k]. The lane's part of y
// begins at `at`. Numbers typed on computed lines stand in v already.

const quarters = 40
export const fixedCount = 12
export const drawnCount = 6
export const computedCount = 37
const yearBack = 4 * computedCount

/** The first four quarters, in which some lines are typed. */
function computeTypedQuarters(x, y, at, v) {
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const a = quarter * computedCount
    const before = a - computedCount
    const d = quarter * fixedCount
    const e = at + quarter * drawnCount
    if (quarter > 0) v[a] = v[before] + (y[e] - v[before]) * x[d + 1]
    const growth = v[a]
    const cloud = v[a + 1]
    const commerce = v[a + 2]
    const international = v[a + 3]
    const logistics = v[a + 4]
    const eliminations = (v[a + 5] = -0.03 * (cloud + logistics))
    const revenue = (v[a + 6] = cloud + commerce + international + logistics + eliminations)
    if (quarter > 2) v[a + 8] = v[a + 6 - 3 * computedCount] + v[a + 6 - 2 * computedCount] + v[before + 6] + revenue
    v[a + 9] = revenue / x[d + 11]
    v[a + 10] = cloud / revenue
    v[a + 11] = Math.min(y[e + 3], growth * 0.2 + 0.06)
    v[a + 12] = cloud * v[a + 11]
    v[a + 13] = commerce * y[e + 4]
    v[a + 14] = international * x[d + 2]
    v[a + 15] = logistics * x[d + 3]
    v[a + 16] = v[a + 12] + v[a + 13] + v[a + 14] + v[a + 15]
    v[a + 17] = (0.02 * v[a + 8]) / 4 + Math.abs(eliminations) * 0.1
    v[a + 18] = v[a + 16] - v[a + 17]
    v[a + 19] = y[e + 5] * revenue * (growth > 0.2 ? 1.25 : 1)
    v[a + 23] = x[d + 9] * revenue
    if (quarter > 0) {
      v[a + 20] = v[before + 21] * x[d + 4]
      v[a + 21] = v[before + 21] + v[a + 19] - v[a + 20]
      v[a + 24] = v[a + 23] - v[before + 23]
      v[a + 25] = (v[before + 36] * x[d + 6]) / 4
      v[a + 26] = (v[before + 35] * x[d + 7]) / 4
    }
    v[a + 22] = v[a + 18] - v[a + 20]
    v[a + 27] = v[a + 22] - v[a + 25] + v[a + 26]
    v[a + 28] = v[a + 27] > 0 ? v[a + 27] * x[d + 5] : 0
    v[a + 29] = v[a + 27] - v[a + 28]
    v[a + 30] = v[a + 29] + v[a + 20] - v[a + 24]
    v[a + 31] = v[a + 30] - v[a + 19]
    v[a + 32] = Math.max(v[a + 29], 0) * x[d + 8]
    if (quarter > 0) {
      v[a + 33] = v[before + 35] + v[a + 31] - v[a + 32]
      v[a + 34] = Math.max(x[d + 10] - v[a + 33], -v[before + 36])
      v[a + 35] = v[a + 33] + v[a + 34]
      v[a + 36] = v[before + 36] + v[a + 34]
    }
  }
}

export function computeCompany(x, y, at, v) {
  computeTypedQuarters(x, y, at, v)
  let a = 4 * computedCount
  let d = 4 * fixedCount
  let e = at + 4 * drawnCount
  let growth = v[a - computedCount]
  let assets = v[a - computedCount + 21]
  let receivablesBefore = v[a - computedCount + 23]
  let cash = v[a - computedCount + 35]
  let debt = v[a - computedCount + 36]
  for (let quarter = 4; quarter < quarters; quarter += 1, a += computedCount, d += fixedCount, e += drawnCount) {
    growth += (y[e] - growth) * x[d + 1]
    v[a] = growth
    const cloud = (v[a + 1] = v[a - yearBack + 1] * (1 + growth))
    const commerce = (v[a + 2] = v[a - yearBack + 2] * (1 + y[e + 1]))
    const international = (v[a + 3] = v[a - yearBack + 3] * (1 + y[e + 2]))
    const logistics = (v[a + 4] = v[a - yearBack + 4] * (1 + x[d]))
    const eliminations = (v[a + 5] = -0.03 * (cloud + logistics))
    const revenue = (v[a + 6] = cloud + commerce + international + logistics + eliminations)
    v[a + 7] = revenue / v[a - yearBack + 6] - 1
    const year = v[a + 6 - 3 * computedCount] + v[a + 6 - 2 * computedCount] + v[a + 6 - computedCount] + revenue
    v[a + 8] = year
    v[a + 9] = revenue / x[d + 11]
    v[a + 10] = cloud / revenue
    const cloudMargin = (v[a + 11] = Math.min(y[e + 3], growth * 0.2 + 0.06))
    const cloudProfit = (v[a + 12] = cloud * cloudMargin)
    const commerceProfit = (v[a + 13] = commerce * y[e + 4])
    const internationalProfit = (v[a + 14] = international * x[d + 2])
    const logisticsProfit = (v[a + 15] = logistics * x[d + 3])
    const segmentProfit = (v[a + 16] = cloudProfit + commerceProfit + internationalProfit + logisticsProfit)
    const corporateCost = (v[a + 17] = (0.02 * year) / 4 + Math.abs(eliminations) * 0.1)
    const ebitda = (v[a + 18] = segmentProfit - corporateCost)
    const capex = (v[a + 19] = y[e + 5] * revenue * (growth > 0.2 ? 1.25 : 1))
    const depreciation = (v[a + 20] = assets * x[d + 4])
    assets = assets + capex - depreciation
    v[a + 21] = assets
    const operatingProfit = (v[a + 22] = ebitda - depreciation)
    const receivables = (v[a + 23] = x[d + 9] * revenue)
    const receivablesChange = (v[a + 24] = receivables - receivablesBefore)
    receivablesBefore = receivables
    const interestCost = (v[a + 25] = (debt * x[d + 6]) / 4)
    const interestIncome = (v[a + 26] = (cash * x[d + 7]) / 4)
    const pretax = (v[a + 27] = operatingProfit - interestCost + interestIncome)
    const tax = (v[a + 28] = pretax > 0 ? pretax * x[d + 5] : 0)
    const net = (v[a + 29] = pretax - tax)
    const operatingCash = (v[a + 30] = net + depreciation - receivablesChange)
    const freeCash = (v[a + 31] = operatingCash - capex)
    const dividends = (v[a + 32] = Math.max(net, 0) * x[d + 8])
    const cashBefore = (v[a + 33] = cash + freeCash - dividends)
    const borrowing = (v[a + 34] = Math.max(x[d + 10] - cashBefore, -debt))
    cash = cashBefore + borrowing
    debt += borrowing
    v[a + 35] = cash
    v[a + 36] = debt
  }
}

/**
 * One lane after the other: a lane's y is 960 bytes in a row, and v is used again, so that all but y stays in the
 * fastest cache. Gives each lane's last debt and the sum of its free cash flow.
 */
export function computeLanes(x, y, v, debts, cashFlows) {
  for (let lane = 0; lane < debts.length; lane += 1) {
    computeCompany(x, y, lane * quarters * drawnCount, v)
    debts[lane] = v[(quarters - 1) * computedCount + 36]
    let sum = 0
    for (let a = 31; a < v.length; a += computedCount) sum += v[a]
    cashFlows[lane] = sum
  }
}
