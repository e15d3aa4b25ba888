import Mustache
import RegulationModel

/// What a template is filled with: named values. A value that is missing is `false`, so that a section for it stays
/// empty and the look-up never climbs to an outer view of the same name.
struct View: MustacheParent {
    private let fields: [String: Any]

    init(_ fields: KeyValuePairs<String, Any?>) {
        var known: [String: Any] = [:]
        for (name, value) in fields { known[name] = value ?? false }
        self.fields = known
    }

    func child(named name: String) -> Any? { fields[name] }
}

extension BilingualText {
    /// For the partial `label`: both forms, or one where they agree.
    var view: View {
        let isOne = chinese == english
        return View(["chinese": isOne ? nil : chinese, "english": isOne ? nil : english, "same": isOne ? chinese : nil])
    }
}

extension Optional where Wrapped == BilingualText {
    /// The label's view, or nil where there is nothing to show.
    var view: View? { flatMap { $0.isBlank ? nil : $0.view } }
}

extension String {
    /// Nil for a text without a visible character.
    var nonBlank: String? { isBlank ? nil : self }

    /// A sentence of ours or of a corpus that says not which language it is in: its first letter tells.
    var sentence: View {
        let letter = unicodeScalars.first { $0.properties.isAlphabetic }
        return View(["text": self, "language": letter.map(\.isHan) == true ? "zh-Hans" : "en"])
    }
}
