import RegulationModel

/// Decides the main language of a text by counting: one ideograph weighs as much as a word of five letters.
struct LanguageDetector {
    let scanner: Scanner

    /// The language of a text of so many ideographs and ASCII letters.
    @inline(__always)
    static func language(ideographs: Int, letters: Int) -> Language {
        ideographs * 5 > letters ? .chinese : .english
    }

    func language(of span: ByteSpan) -> Language {
        var survey = Survey()
        let count = survey.look(at: span, scanner.bytes)
        return Self.language(ideographs: count.ideographs, letters: count.letters)
    }
}
