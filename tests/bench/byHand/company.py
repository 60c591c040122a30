"""10,000 lanes of model A as a good numpy programmer writes them: every operation over all lanes at once, and over all
quarters where no formula looks back at itself; results go into arrays that exist already (`out=`). Each line is an array of
quarters by lanes, for its every cell is computed.

It answers one command a line of JSON on its input with one on its output, and times itself.
"""

import json
import sys
import time

import numpy as np

QUARTERS = 40
COMPUTED = """cloud_growth cloud_revenue commerce_revenue international_revenue logistics_revenue eliminations revenue
revenue_growth revenue_year revenue_usd cloud_share cloud_margin cloud_profit commerce_profit international_profit
logistics_profit segment_profit corporate_cost ebitda capex depreciation fixed_assets operating_profit receivables
receivables_change interest_cost interest_income pretax_profit tax net_profit operating_cash_flow free_cash_flow dividends
cash_before_borrowing borrowing cash debt""".split()


class Company:
    def __init__(self, typed, draws_file, lanes):
        """`typed`: numbers by line. The file: doubles by driver, quarter and lane, for each of `typed["drawn"]`."""
        drawn = typed.pop("drawn")
        draws = np.fromfile(draws_file).reshape(len(drawn), QUARTERS, lanes)
        self.drawn = dict(zip(drawn, draws))
        self.fixed = {key: np.array(numbers)[:, None] for key, numbers in typed.items() if key not in COMPUTED}
        self.growth_of_logistics = 1 + self.fixed["logistics_growth"]
        self.lines = {key: np.empty((QUARTERS, lanes)) for key in COMPUTED}
        for key in COMPUTED:
            for quarter, number in enumerate(typed.get(key, [])):
                self.lines[key][quarter] = number
        self.all = np.empty((QUARTERS, lanes))
        self.one = np.empty(lanes)
        self.four = np.empty((4, lanes))
        self.is_fast = np.empty((QUARTERS, lanes), dtype=bool)
        self.cash_flow = np.empty(lanes)

    def run(self):
        self.revenues()
        self.profits()
        self.assets()
        self.financing()
        np.sum(self.lines["free_cash_flow"], axis=0, out=self.cash_flow)

    def revenues(self):
        line, drawn, fixed = self.lines, self.drawn, self.fixed
        growth, target, fade = line["cloud_growth"], drawn["cloud_growth_target"], fixed["fade_speed"]
        for q in range(1, QUARTERS):
            np.subtract(target[q], growth[q - 1], out=self.one)
            np.multiply(self.one, fade[q], out=self.one)
            np.add(growth[q - 1], self.one, out=growth[q])
        cloud, commerce = line["cloud_revenue"], line["commerce_revenue"]
        international, logistics = line["international_revenue"], line["logistics_revenue"]
        # Each looks a year back, so that four quarters can be computed at once.
        for revenue, rate in (
            (cloud, growth),
            (commerce, drawn["commerce_growth"]),
            (international, drawn["international_growth"]),
        ):
            for q in range(4, QUARTERS, 4):
                np.add(rate[q : q + 4], 1, out=self.four)
                np.multiply(revenue[q - 4 : q], self.four, out=revenue[q : q + 4])
        for q in range(4, QUARTERS, 4):
            np.multiply(logistics[q - 4 : q], self.growth_of_logistics[q : q + 4], out=logistics[q : q + 4])
        eliminations, revenue = line["eliminations"], line["revenue"]
        np.add(cloud, logistics, out=eliminations)
        np.multiply(eliminations, -0.03, out=eliminations)
        np.add(cloud, commerce, out=revenue)
        for part in (international, logistics, eliminations):
            np.add(revenue, part, out=revenue)
        year_growth, year = line["revenue_growth"], line["revenue_year"]
        np.divide(revenue[4:], revenue[:-4], out=year_growth[4:])
        np.subtract(year_growth[4:], 1, out=year_growth[4:])
        np.add(revenue[:-3], revenue[1:-2], out=year[3:])
        np.add(year[3:], revenue[2:-1], out=year[3:])
        np.add(year[3:], revenue[3:], out=year[3:])
        np.divide(revenue, fixed["usd_rate"], out=line["revenue_usd"])
        np.divide(cloud, revenue, out=line["cloud_share"])

    def profits(self):
        line, drawn, fixed = self.lines, self.drawn, self.fixed
        margin = line["cloud_margin"]
        np.multiply(line["cloud_growth"], 0.2, out=margin)
        np.add(margin, 0.06, out=margin)
        np.minimum(drawn["cloud_margin_target"], margin, out=margin)
        profit = line["segment_profit"]
        np.multiply(line["cloud_revenue"], margin, out=line["cloud_profit"])
        np.multiply(line["commerce_revenue"], drawn["commerce_margin"], out=line["commerce_profit"])
        np.multiply(line["international_revenue"], fixed["international_margin"], out=line["international_profit"])
        np.multiply(line["logistics_revenue"], fixed["logistics_margin"], out=line["logistics_profit"])
        np.add(line["cloud_profit"], line["commerce_profit"], out=profit)
        np.add(profit, line["international_profit"], out=profit)
        np.add(profit, line["logistics_profit"], out=profit)
        cost = line["corporate_cost"]
        np.multiply(line["revenue_year"], 0.02, out=cost)
        np.divide(cost, 4, out=cost)
        np.abs(line["eliminations"], out=self.all)
        np.multiply(self.all, 0.1, out=self.all)
        np.add(cost, self.all, out=cost)
        np.subtract(profit, cost, out=line["ebitda"])
        capex = line["capex"]
        np.multiply(drawn["capex_share"], line["revenue"], out=capex)
        np.greater(line["cloud_growth"], 0.2, out=self.is_fast)
        np.multiply(capex, 1.25, out=capex, where=self.is_fast)
        np.multiply(line["revenue"], fixed["receivable_share"], out=line["receivables"])
        np.subtract(line["receivables"][1:], line["receivables"][:-1], out=line["receivables_change"][1:])

    def assets(self):
        line, rate = self.lines, self.fixed["depreciation_rate"]
        assets, depreciation, capex = line["fixed_assets"], line["depreciation"], line["capex"]
        for q in range(1, QUARTERS):
            np.multiply(assets[q - 1], rate[q], out=depreciation[q])
            np.add(assets[q - 1], capex[q], out=assets[q])
            np.subtract(assets[q], depreciation[q], out=assets[q])
        np.subtract(line["ebitda"], depreciation, out=line["operating_profit"])

    def financing(self):
        line, fixed = self.lines, self.fixed
        cash, debt, before, borrowing = (line[key] for key in ("cash", "debt", "cash_before_borrowing", "borrowing"))
        cost, income, pretax = line["interest_cost"], line["interest_income"], line["pretax_profit"]
        tax, net, operating = line["tax"], line["net_profit"], line["operating_cash_flow"]
        free, dividends = line["free_cash_flow"], line["dividends"]
        for q in range(QUARTERS):
            if q > 0:
                np.multiply(debt[q - 1], fixed["interest_rate"][q], out=cost[q])
                np.divide(cost[q], 4, out=cost[q])
                np.multiply(cash[q - 1], fixed["cash_yield"][q], out=income[q])
                np.divide(income[q], 4, out=income[q])
            np.subtract(line["operating_profit"][q], cost[q], out=pretax[q])
            np.add(pretax[q], income[q], out=pretax[q])
            np.maximum(pretax[q], 0, out=tax[q])  # no tax on a loss
            np.multiply(tax[q], fixed["tax_rate"][q], out=tax[q])
            np.subtract(pretax[q], tax[q], out=net[q])
            np.add(net[q], line["depreciation"][q], out=operating[q])
            np.subtract(operating[q], line["receivables_change"][q], out=operating[q])
            np.subtract(operating[q], line["capex"][q], out=free[q])
            np.maximum(net[q], 0, out=dividends[q])
            np.multiply(dividends[q], fixed["payout_ratio"][q], out=dividends[q])
            if q > 0:
                np.add(cash[q - 1], free[q], out=before[q])
                np.subtract(before[q], dividends[q], out=before[q])
                np.subtract(fixed["minimum_cash"][q], before[q], out=borrowing[q])
                np.negative(debt[q - 1], out=self.one)
                np.maximum(borrowing[q], self.one, out=borrowing[q])
                np.add(before[q], borrowing[q], out=cash[q])
                np.add(debt[q - 1], borrowing[q], out=debt[q])


def main():
    company = None
    for text in sys.stdin:
        command = json.loads(text)
        if command["command"] == "open":
            company = Company(command["typed"], command["draws"], command["lanes"])
            answer = {}
        elif command["command"] == "lanes":
            company.run()
            answer = {"outcomes": [*company.lines["debt"][-1].tolist(), *company.cash_flow.tolist()]}
        else:
            turns = 0
            start = time.perf_counter()
            while True:
                company.run()
                turns += 1
                seconds = time.perf_counter() - start
                if seconds * 1000 >= command["leastMilliseconds"]:
                    break
            answer = {"milliseconds": seconds * 1000 / turns}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
