import RegulationModel

extension UnitComparison {
    /// Within one language: the same thing is given to another public body (由民政部门办理, 由公安机关办理).
    ///
    /// Said only where each side names one body by whom or for whom something is ruled, and the two names have nothing in
    /// common but words of every body: departments are renamed (工商行政管理部门, 市场监督管理部门), and a difference of levels
    /// is told by itself.
    func bodies() -> [NormDifference] {
        guard !isAcross, first.count == second.count else { return [] }
        let (a, b) = (bodies(first), bodies(second))
        guard a.count == 1, b.count == 1, let one = a.first, let two = b.first else { return [] }
        let (x, y) = (field(one, base), field(two, other))
        guard x.isDisjoint(with: y), !isRenamed(one, two) else { return [] }
        // A name without a field is that of a government itself, or of nobody in particular (有关部门).
        let isKnown = (x.isEmpty ? isGovernment(one, base) : true) && (y.isEmpty ? isGovernment(two, other) : true)
        guard isKnown, !(x.isEmpty && y.isEmpty) else { return [] }
        // A government that acts on the other side too, beside the department, is not replaced by it.
        guard !(x.isEmpty && namesGovernment(second, other, besides: two)),
            !(y.isEmpty && namesGovernment(first, base, besides: one))
        else { return [] }
        return [difference(.actor, .body, [one], [two])]
    }

    private func namesGovernment(_ norms: [Norm], _ side: NormComparison.Side, besides body: ByteSpan) -> Bool {
        norms.contains { norm in
            let text = text(norm.span, side)
            return text.all("人民政府").contains { !body.contains(text.span($0)) }
        }
    }

    /// 市、县（市）人民政府, not 县（市）人民政府及其有关部门.
    private func isGovernment(_ span: ByteSpan, _ side: NormComparison.Side) -> Bool {
        let text = text(span, side)
        return text.has("人民政府", at: text.count - 4) && !text.contains("部门") && !text.contains("机关")
    }

    /// One department under two names.
    private func isRenamed(_ one: ByteSpan, _ two: ByteSpan) -> Bool {
        let (a, b) = (text(one, base), text(two, other))
        return BodyRules.renamed.contains { names in
            names.contains { a.contains($0) } && names.contains { b.contains($0) }
        }
    }

    private func bodies(_ norms: [Norm]) -> [ByteSpan] {
        norms.flatMap(\.actors).filter(\.isBody).map(\.span)
    }

    /// What the name of a body says beside words that many bodies have: in Chinese each two characters, in English words.
    private func field(_ span: ByteSpan, _ side: NormComparison.Side) -> Set<String> {
        let text = text(span, side)
        switch text.language {
        case .english:
            let words = text.string(0..<text.count).split(separator: " ").map { word in
                String(word.hasSuffix("s") ? word.dropLast() : word)
            }
            return Set(words).subtracting(BodyRules.english)
        case .chinese:
            var isCommon = [Bool](repeating: false, count: text.count)
            for phrase in BodyRules.chinese {
                for place in text.all(phrase) { for index in place { isCommon[index] = true } }
            }
            for index in 0..<text.count where BodyRules.places.contains(text.scalars[index]) { isCommon[index] = true }
            return Self.names(text).reduce(into: []) { result, name in
                for (index, next) in zip(name, name.dropFirst()) where !isCommon[index] && !isCommon[next] {
                    result.insert(text.string(index..<index + 1) + text.string(next..<next + 1))
                }
            }
        }
    }

    /// The letters of the names that one with a bracket stands for: 村（居）民委员会 is 村民委员会 and 居民委员会, of which each letter
    /// before a bracket has its alternative in it.
    private static func names(_ text: NormText) -> [[Int]] {
        var (plain, other): ([Int], [Int]) = ([], [])
        var depth = 0
        for index in 0..<text.count {
            switch text.scalars[index] {
            case 0x28, 0xFF08:
                if depth == 0 { other = Array(other.dropLast()) }
                depth += 1
            case 0x29, 0xFF09: depth = max(0, depth - 1)
            default:
                if depth == 0 { plain.append(index) }
                other.append(index)
            }
        }
        return [plain, other]
    }
}

/// Words that names of public bodies have in common; what is left of a name is its field.
enum BodyRules {
    static let chinese: [Phrase] = [
        "人民政府", "政府", "机关", "部门", "机构", "委员会", "办公室", "行政", "主管", "管理", "监督", "有关", "相关", "负责", "县级以上", "地方",
        "各级", "同级", "本级", "上级", "市、县", "区、县", "会同", "等", "的", "所在地", "当地", "依法", "执法", "工作", "应当", "可以", "有权",
        "所在单位", "或者", "自治",
    ]
    /// Letters of levels and what joins them: 市和区、县（市） and 市、县（市、区） are the same places.
    static let places = Set("省市县区州旗乡镇级、和及与或其".unicodeScalars.map(\.value))
    /// Departments that took over others: 国务院机构改革方案 of 2008, 2013 and 2018.
    static let renamed: [[Phrase]] = [
        ["工商", "市场监督", "市场监管", "质量技术监督", "质监", "食品药品监督"],
        ["卫生", "卫生计生", "卫生和计划生育", "人口和计划生育", "卫生健康"],
        ["环境保护", "环保", "生态环境"],
        ["国土资源", "土地", "自然资源", "规划", "林业"],
        ["农业", "畜牧", "兽医", "农业农村", "渔业"],
        ["安全生产", "应急"],
        ["建设", "房产", "房地产", "住房", "住建"],
        ["劳动", "人事", "人力资源"],
        ["文化", "旅游", "广播电影电视", "新闻出版", "广播电视"],
        ["城市管理", "城管", "市容", "综合执法", "行政执法"],
        ["经济和信息化", "经济贸易", "经贸", "工业和信息化"],
        ["民族", "宗教"],
        ["公安消防", "消防救援"],
    ]
    static let english: Set<String> = [
        "the", "of", "at", "or", "and", "above", "level", "county", "people'", "people's", "people", "government",
        "organ",
        "department", "authority", "authoritie", "administrative", "management", "supervision", "local", "competent",
        "same",
        "relevant", "corresponding", "in", "charge", "by", "for", "a", "an", "provincial", "municipal", "city", "state",
        "district", "bureau", "committee", "commission", "agency", "agencie", "institution", "all", "other", "central",
    ]
}
