import ComparisonMatrix
import RegulationModel

/// The quantities of quoted provisions: ages, sums, time limits, shares, as the parameters have them.
struct QuantityMarks {
    /// A stretch of text, marked where it is a quantity.
    struct Run: Hashable {
        let text: String
        let isQuantity: Bool
        /// True where the texts give other values.
        let differs: Bool
    }

    private struct Quantity {
        let provision: EId
        let words: [Unicode.Scalar]
        let differs: Bool
    }

    private var quantities: [String: [Quantity]] = [:]

    /// Longer words are whole clauses, which stand out by themselves.
    private static let longest = 30

    init(_ table: ParameterTable?) {
        for parameter in table?.parameters ?? [] where Self.isQuantity(parameter.attribute) {
            for value in parameter.values {
                let words = Array(value.written.unicodeScalars)
                guard !words.isEmpty, words.count <= Self.longest else { continue }
                quantities[value.witness, default: []].append(
                    Quantity(provision: value.provision, words: words, differs: parameter.differs))
            }
        }
    }

    /// Nothing is marked.
    static let none = QuantityMarks(nil)

    /// True where nothing is marked.
    var isEmpty: Bool { quantities.isEmpty }

    private static func isQuantity(_ attribute: ParameterAttribute) -> Bool {
        switch attribute {
        case .control, .decider, .repeal, .responsible, .approval, .audit, .filing, .priority, .analogy, .penaltyUnder,
            .enumeration, .classes, .funding, .limit:
            false
        default: !attribute.isList
        }
    }

    /// A text of a provision, cut where its quantities begin and end; joined the runs are the text.
    func runs(_ text: String, of provision: EId, in witness: String) -> [Run] {
        let known = (quantities[witness] ?? []).filter {
            $0.provision.isInside(provision) || provision.isInside($0.provision)
        }
        guard !known.isEmpty else { return [Run(text: text, isQuantity: false, differs: false)] }
        let scalars = Array(text.unicodeScalars)
        var runs: [Run] = []
        var start = 0
        var index = 0
        while index < scalars.count {
            guard let found = Self.longest(known, in: scalars, at: index) else {
                index += 1
                continue
            }
            if index > start { runs.append(Self.run(scalars[start..<index], nil)) }
            index += found.words.count
            runs.append(Self.run(scalars[(index - found.words.count)..<index], found))
            start = index
        }
        if start < scalars.count { runs.append(Self.run(scalars[start...], nil)) }
        return runs
    }

    private static func longest(_ known: [Quantity], in scalars: [Unicode.Scalar], at index: Int) -> Quantity? {
        let found = known.filter { quantity in
            let end = index + quantity.words.count
            return end <= scalars.count && scalars[index..<end].elementsEqual(quantity.words)
                && !joins(scalars, index) && !joins(scalars, end)
        }
        return found.max { ($0.words.count, $0.differs ? 1 : 0) < ($1.words.count, $1.differs ? 1 : 0) }
    }

    /// True where a letter or digit goes on across a place: `18` is no quantity in `2018`.
    private static func joins(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
        guard place > 0, place < scalars.count else { return false }
        let (one, two) = (scalars[place - 1], scalars[place])
        return one.isASCII && two.isASCII && isWord(one) && isWord(two)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func run(_ scalars: ArraySlice<Unicode.Scalar>, _ quantity: Quantity?) -> Run {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return Run(text: String(view), isQuantity: quantity != nil, differs: quantity?.differs == true)
    }
}
