/// Which stems stand beside which Chinese units, and in how many passages: a sparse table, row after row.
struct CoOccurrence {
    /// Where the row of each unit begins; one more for the end.
    private(set) var starts: [Int]
    /// The stems of the rows, in rising order within each.
    private(set) var stems: [Int32] = []
    /// In how many passages unit and stem stand together.
    private(set) var counts: [Float] = []

    /// Pairs that meet in fewer than `least` passages are chance and are left out.
    init(_ bags: PassageBags, stemCount: Int, least: Int32) {
        let unitCount = bags.keys.count
        var places = [Int](repeating: 0, count: unitCount + 1)
        for bag in bags.bags {
            for unit in bag.units { places[Int(unit) + 1] += bag.stems.count }
        }
        for unit in 0..<unitCount { places[unit + 1] += places[unit] }
        let rows = places
        var met = [Int32](repeating: 0, count: rows[unitCount])
        for bag in bags.bags {
            for unit in bag.units {
                var place = places[Int(unit)]
                for stem in bag.stems {
                    met[place] = stem
                    place += 1
                }
                places[Int(unit)] = place
            }
        }
        starts = [0]
        var counts = [Int32](repeating: 0, count: stemCount)
        for unit in 0..<unitCount {
            addRow(met[rows[unit]..<rows[unit + 1]], &counts, least)
            starts.append(stems.count)
        }
    }

    /// `counts` holds zeros before and after.
    private mutating func addRow(_ met: ArraySlice<Int32>, _ counts: inout [Int32], _ least: Int32) {
        var distinct: [Int32] = []
        for stem in met {
            if counts[Int(stem)] == 0 { distinct.append(stem) }
            counts[Int(stem)] += 1
        }
        for stem in distinct.sorted() {
            if counts[Int(stem)] >= least {
                stems.append(stem)
                self.counts.append(Float(counts[Int(stem)]))
            }
            counts[Int(stem)] = 0
        }
    }
}
