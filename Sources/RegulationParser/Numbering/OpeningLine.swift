import RegulationModel

/// The first visible line of a text: in a text run together, the title and the first marks stand on it.
///
/// Example: 公园管理办法　第一章　总则　第一条　为了…
struct OpeningLine {
    let forms: LineForms
    /// Index of the line, nil in a text without visible lines.
    let index: Int?

    init(forms: LineForms, lines: [Line]) {
        self.forms = forms
        index = lines.firstIndex { !$0.isBlank }
    }

    /// True where all that stands before `start` on the first visible line is a title, set off by white space.
    func hasTitle(before start: Int, in line: Line, at index: Int) -> Bool {
        guard index == self.index, start - line.content.start <= LineForms.longestTitle else { return false }
        let before = forms.scanner.trimmed(ByteSpan(line.content.start, start))
        return before.end < start && forms.isTitle(Citations(forms: forms).withoutLabel(before))
    }
}
