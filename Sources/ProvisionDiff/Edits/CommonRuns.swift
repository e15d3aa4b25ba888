/// Finds what two sequences of keys have in common: the shared run that says most, then what lies before and behind it.
///
/// The idea is that of patience and histogram diffs: tokens that are rare in both texts tie them together, frequent ones
/// (的, "the") do not. Where only frequent tokens are shared, the shortest script decides (`ShortestScript`).
package struct CommonRuns {
    private let base: [Int32]
    private let other: [Int32]
    private var occurrences: Occurrences
    private var runs: [CommonRun] = []
    private var steps: Int

    /// A token that occurs more often than this in a region ties nothing together. Articles of real acts are short: on the
    /// pairs of <doc:Differences> 8 to 256 give the same scripts; the bound is for long texts.
    private static let mostOccurrences = 64
    /// Steps for each token of both texts, and at least so many: what lies beyond is called replaced. Two texts made to be
    /// hard run into the bound instead of for hours.
    private static let stepsForToken = 256
    private static let fewestSteps = 1 << 20

    /// Runs shared by both sequences, ascending in both; every token outside of them was removed or added.
    package static func find(_ base: [UInt32], _ other: [UInt32]) -> [CommonRun] {
        var prefix = 0
        while prefix < min(base.count, other.count), base[prefix] == other[prefix] { prefix += 1 }
        var suffix = 0
        while suffix < min(base.count, other.count) - prefix,
            base[base.count - 1 - suffix] == other[other.count - 1 - suffix]
        {
            suffix += 1
        }
        var runs: [CommonRun] = []
        if prefix > 0 { runs.append(CommonRun(base: 0, other: 0, count: prefix)) }
        let middle = (base[prefix..<(base.count - suffix)], other[prefix..<(other.count - suffix)])
        // Two tokens that are left alone differ, or they would belong to the ends.
        if !middle.0.isEmpty, !middle.1.isEmpty, middle.0.count + middle.1.count > 2 {
            var finder = CommonRuns(middle.0, middle.1)
            runs += finder.found().map { CommonRun(base: $0.base + prefix, other: $0.other + prefix, count: $0.count) }
        }
        if suffix > 0 {
            runs.append(CommonRun(base: base.count - suffix, other: other.count - suffix, count: suffix))
        }
        return joined(runs)
    }

    /// Runs that follow each other without anything between them as one.
    static func joined(_ runs: [CommonRun]) -> [CommonRun] {
        var result: [CommonRun] = []
        for run in runs where run.count > 0 {
            if let last = result.last, last.baseEnd == run.base, last.otherEnd == run.other {
                result[result.count - 1].count += run.count
            } else {
                result.append(run)
            }
        }
        return result
    }

    private init(_ base: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>) {
        var numbers: [UInt32: Int32] = [:]
        func dense(_ keys: ArraySlice<UInt32>) -> [Int32] {
            keys.map { key in
                let next = Int32(numbers.count)
                if let known = numbers[key] { return known }
                numbers[key] = next
                return next
            }
        }
        self.base = dense(base)
        self.other = dense(other)
        occurrences = Occurrences(keys: numbers.count, length: base.count)
        steps = Self.fewestSteps + Self.stepsForToken * (base.count + other.count)
    }

    private mutating func found() -> [CommonRun] {
        var open = [Region(base: 0..<base.count, other: 0..<other.count)]
        while var region = open.popLast() {
            steps -= region.size
            trim(&region)
            guard region.isOpen, steps > 0 else { continue }
            guard let run = bestRun(in: region) else { continue }
            runs.append(run)
            open.append(
                Region(
                    base: run.baseEnd..<region.base.upperBound, other: run.otherEnd..<region.other.upperBound))
            open.append(
                Region(
                    base: region.base.lowerBound..<run.base, other: region.other.lowerBound..<run.other))
        }
        return runs.sorted { $0.base < $1.base }
    }

    /// Takes what a region shares at both ends.
    private mutating func trim(_ region: inout Region) {
        var (low, otherLow) = (region.base.lowerBound, region.other.lowerBound)
        var (high, otherHigh) = (region.base.upperBound, region.other.upperBound)
        while low < high, otherLow < otherHigh, base[low] == other[otherLow] {
            low += 1
            otherLow += 1
        }
        while low < high, otherLow < otherHigh, base[high - 1] == other[otherHigh - 1] {
            high -= 1
            otherHigh -= 1
        }
        add(region.base.lowerBound, region.other.lowerBound, low - region.base.lowerBound)
        add(high, otherHigh, region.base.upperBound - high)
        region = Region(base: low..<high, other: otherLow..<otherHigh)
    }

    private mutating func add(_ base: Int, _ other: Int, _ count: Int) {
        if count > 0 { runs.append(CommonRun(base: base, other: other, count: count)) }
    }

    /// The shared run that says most in a region; nil where nothing is shared, or all of it was settled at once.
    private mutating func bestRun(in region: Region) -> CommonRun? {
        occurrences.count(region, base, other)
        defer { occurrences.clear(region, base, other) }
        var best: CommonRun?
        var bestWeight = 0
        var hasFrequent = false
        var position = region.other.lowerBound
        while position < region.other.upperBound, steps > 0 {
            let key = Int(other[position])
            var next = position + 1
            switch occurrences.frequency(key) {
            case 0: break
            case 1...Self.mostOccurrences:
                for place in occurrences.places(of: key) {
                    let run = extended(place, position, in: region)
                    steps -= run.count
                    let weight = occurrences.weight(of: base[run.base..<run.baseEnd])
                    if weight > bestWeight { (best, bestWeight) = (run, weight) }
                    next = max(next, run.otherEnd)
                }
            default: hasFrequent = true
            }
            position = next
        }
        if best == nil, hasFrequent, steps > 0 { settle(region) }
        return best
    }

    /// A region in which only frequent tokens are shared: the shortest script, as far as it is short.
    private mutating func settle(_ region: Region) {
        var script = ShortestScript(base: base, other: other)
        for run in script.runs(in: region) { add(run.base, run.other, run.count) }
        steps -= script.steps
    }

    private func extended(_ place: Int, _ position: Int, in region: Region) -> CommonRun {
        var (low, otherLow) = (place, position)
        while low > region.base.lowerBound, otherLow > region.other.lowerBound, base[low - 1] == other[otherLow - 1] {
            low -= 1
            otherLow -= 1
        }
        var (high, otherHigh) = (place + 1, position + 1)
        while high < region.base.upperBound, otherHigh < region.other.upperBound, base[high] == other[otherHigh] {
            high += 1
            otherHigh += 1
        }
        return CommonRun(base: low, other: otherLow, count: high - low)
    }
}

/// Where each key stands in a region of the base, and how often in both.
private struct Occurrences {
    private var inBase: [Int32]
    private var inOther: [Int32]
    private var first: [Int32]
    private var next: [Int32]

    init(keys: Int, length: Int) {
        inBase = [Int32](repeating: 0, count: keys)
        inOther = inBase
        first = [Int32](repeating: -1, count: keys)
        next = [Int32](repeating: -1, count: length)
    }

    mutating func count(_ region: Region, _ base: [Int32], _ other: [Int32]) {
        for index in region.base.reversed() {
            let key = Int(base[index])
            inBase[key] += 1
            next[index] = first[key]
            first[key] = Int32(index)
        }
        for index in region.other { inOther[Int(other[index])] += 1 }
    }

    mutating func clear(_ region: Region, _ base: [Int32], _ other: [Int32]) {
        for index in region.base {
            let key = Int(base[index])
            inBase[key] = 0
            first[key] = -1
        }
        for index in region.other { inOther[Int(other[index])] = 0 }
    }

    /// How often a key stands in the text that has it more often; 0 where one has it not.
    func frequency(_ key: Int) -> Int {
        inBase[key] == 0 || inOther[key] == 0 ? 0 : Int(max(inBase[key], inOther[key]))
    }

    func places(of key: Int) -> [Int] {
        var places: [Int] = []
        var place = first[key]
        while place >= 0 {
            places.append(Int(place))
            place = next[Int(place)]
        }
        return places
    }

    /// What a run says: each token the more, the rarer it is here.
    func weight(of run: ArraySlice<Int32>) -> Int {
        run.reduce(0) { $0 + Self.unit / max(1, frequency(Int($1))) }
    }

    private static let unit = 1024
}
