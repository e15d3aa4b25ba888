import RegulationModel

/// 第二十五条第一款第三项 in a text: the numbers of the provisions it cites say nothing of its matter, and equal numbers mean
/// nothing across acts.
enum CitedNumbers {
    /// Marks the characters of cited numbers in a run of ideographs as those of the commonest formula.
    static func mark(in run: UnsafeBufferPointer<Unicode.Scalar>, _ rarities: inout [UInt8]) {
        var place = 0
        while place < run.count {
            defer { place += 1 }
            guard run[place] == "第", let level = end(of: run, from: place + 1) else { continue }
            for index in place...level { rarities[index] = 0 }
            place = level
        }
    }

    /// Where the name of the level stands behind a numeral that begins at `start`; nil where there is no numeral or no level.
    private static func end(of run: UnsafeBufferPointer<Unicode.Scalar>, from start: Int) -> Int? {
        var place = start
        while place < run.count, isNumeral(run[place]) { place += 1 }
        return place > start && place < run.count && isLevel(run[place]) ? place : nil
    }

    /// 第十六条之一 has a branch.
    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        ChineseNumeral.isNumeral(scalar) || scalar == "之"
    }

    private static func isLevel(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "条", "款", "项", "目", "章", "节": true
        default: false
        }
    }
}
