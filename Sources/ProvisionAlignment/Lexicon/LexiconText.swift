import RegulationModel

/// How a text is read for the lexicon: the same when it is trained and when it is used.
package enum LexiconText {
    /// The English words of a printed text, folded.
    package static func words(_ printed: String) -> [String] { Words.latin(Folding.fold(printed).scalars) }

    /// The stem of a folded word; nil where the word carries no matter.
    package static func stem(ofWord word: String) -> String? { Words.contentStem(word) }

    /// The runs of ideographs of a printed text, folded; only ideographs of the first plane from U+4E00 are kept, other
    /// characters divide.
    package static func runs(_ printed: String) -> [[Unicode.Scalar]] {
        let known = LexiconLayout.firstIdeograph..<LexiconLayout.firstIdeograph + UInt32(LexiconLayout.ideographs)
        return Folding.fold(printed).scalars.split { !known.contains($0.value) }.map(Array.init)
    }
}
