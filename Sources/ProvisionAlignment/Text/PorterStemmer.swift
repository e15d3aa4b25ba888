/// English stems, so that "recruit", "recruited" and "recruitment" match.
///
/// Source of the rules: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980) 130–137, without the
/// later changes.
package enum PorterStemmer {
    /// The stem of a word in lower case. Words of fewer than three letters, and words with anything but the letters
    /// a–z, stay as they are.
    package static func stem(_ word: String) -> String {
        var letters = Array(word.utf8)
        toStem(&letters)
        return String(decoding: letters, as: UTF8.self)
    }

    /// Turns the UTF-8 of a word into that of its stem.
    static func toStem(_ letters: inout [UInt8]) {
        guard letters.count > 2, letters.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return }
        var stem = Stem(letters: letters)
        letters = []
        stem.stripPlural()
        stem.stripPast()
        stem.replaceFinalY()
        stem.replace(secondStep)
        stem.replace(thirdStep)
        stem.stripLongSuffix()
        stem.tidy()
        letters = stem.letters
    }

    /// Step 2; longer suffixes stand before those they end with.
    private static let secondStep: [Stem.Rule] = [
        Stem.Rule("ational", "ate"), Stem.Rule("tional", "tion"), Stem.Rule("enci", "ence"), Stem.Rule("anci", "ance"),
        Stem.Rule("izer", "ize"), Stem.Rule("abli", "able"),
        Stem.Rule("alli", "al"), Stem.Rule("entli", "ent"), Stem.Rule("ousli", "ous"), Stem.Rule("eli", "e"),
        Stem.Rule("ization", "ize"), Stem.Rule("ation", "ate"),
        Stem.Rule("ator", "ate"), Stem.Rule("alism", "al"), Stem.Rule("iveness", "ive"), Stem.Rule("fulness", "ful"),
        Stem.Rule("ousness", "ous"), Stem.Rule("aliti", "al"),
        Stem.Rule("iviti", "ive"), Stem.Rule("biliti", "ble"),
    ]

    /// Step 3.
    private static let thirdStep: [Stem.Rule] = [
        Stem.Rule("icate", "ic"), Stem.Rule("ative", ""), Stem.Rule("alize", "al"), Stem.Rule("iciti", "ic"),
        Stem.Rule("ical", "ic"), Stem.Rule("ful", ""), Stem.Rule("ness", ""),
    ]
}

/// A word on its way to its stem.
private struct Stem {
    /// What a word may end with: up to eight letters in one number, the last one lowest.
    struct Suffix {
        let letters: UInt64
        private let mask: UInt64
        let count: Int

        init(_ text: StaticString) {
            letters = text.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
            count = text.utf8CodeUnitCount
            mask = count < 8 ? 1 << (8 * UInt64(count)) - 1 : .max
        }

        /// Whether it ends the word that ends with eight letters.
        func ends(_ tail: UInt64) -> Bool { tail & mask == letters }
    }

    struct Rule {
        let suffix: Suffix
        let replacement: StaticString

        init(_ suffix: StaticString, _ replacement: StaticString) {
            self.suffix = Suffix(suffix)
            self.replacement = replacement
        }
    }

    var letters: [UInt8]

    /// Step 4; longer suffixes stand before those they end with.
    private static let longSuffixes: [Suffix] = [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive",
        "ize", "al", "er", "ic", "ou",
    ].map { Suffix($0) }

    /// Step 1a.
    mutating func stripPlural() {
        if ends("sses") || ends("ies") {
            letters.removeLast(2)
        } else if ends("s"), !ends("ss") {
            letters.removeLast()
        }
    }

    /// Step 1b.
    mutating func stripPast() {
        if ends("eed") {
            if measure(letters.dropLast(3)) > 0 { letters.removeLast() }
            return
        }
        let length = ends("ed") ? 2 : ends("ing") ? 3 : 0
        guard length > 0, hasVowel(letters.dropLast(length)) else { return }
        letters.removeLast(length)
        if ends("at") || ends("bl") || ends("iz") {
            letters.append(UInt8(ascii: "e"))
        } else if endsInDouble(letters[...]), !ends("l"), !ends("s"), !ends("z") {
            letters.removeLast()
        } else if measure(letters[...]) == 1, endsInShortSyllable(letters[...]) {
            letters.append(UInt8(ascii: "e"))
        }
    }

    /// Step 1c.
    mutating func replaceFinalY() {
        guard ends("y"), hasVowel(letters.dropLast()) else { return }
        letters[letters.count - 1] = UInt8(ascii: "i")
    }

    /// Steps 2 and 3: the first suffix that fits is replaced where a syllable stands before it.
    mutating func replace(_ rules: [Rule]) {
        let tail = tail
        for rule in rules where rule.suffix.ends(tail) {
            guard measure(letters.dropLast(rule.suffix.count)) > 0 else { return }
            letters.removeLast(rule.suffix.count)
            rule.replacement.withUTF8Buffer { letters.append(contentsOf: $0) }
            return
        }
    }

    /// Step 4.
    mutating func stripLongSuffix() {
        let tail = tail
        for suffix in Self.longSuffixes where suffix.ends(tail) {
            let rest = letters.dropLast(suffix.count)
            guard measure(rest) > 1 else { return }
            let isIon = suffix.letters == Self.ion.letters
            if isIon, rest.last != UInt8(ascii: "s"), rest.last != UInt8(ascii: "t") { return }
            letters.removeLast(suffix.count)
            return
        }
    }

    private static let ion = Suffix("ion")

    /// The last eight letters in one number.
    private var tail: UInt64 { letters.suffix(8).reduce(0) { $0 << 8 | UInt64($1) } }

    /// Step 5.
    mutating func tidy() {
        if ends("e") {
            let rest = letters.dropLast()
            let measure = measure(rest)
            if measure > 1 || (measure == 1 && !endsInShortSyllable(rest)) { letters.removeLast() }
        }
        if ends("ll"), measure(letters[...]) > 1 { letters.removeLast() }
    }

    private func ends(_ suffix: StaticString) -> Bool {
        suffix.withUTF8Buffer { suffix in
            let start = letters.count - suffix.count
            guard start >= 0 else { return false }
            for place in suffix.indices.reversed() where letters[start + place] != suffix[place] { return false }
            return true
        }
    }

    private func isConsonant(_ index: Int) -> Bool {
        var first = index
        while first > 0, letters[first] == UInt8(ascii: "y"), letters[first - 1] == UInt8(ascii: "y") { first -= 1 }
        let isFirst = Self.isConsonant(
            letters[first], after: first > 0 && Self.isConsonant(letters[first - 1], after: false))
        return (index - first) % 2 == 0 ? isFirst : !isFirst
    }

    /// A y is a consonant behind a vowel and at the beginning.
    @inline(__always)
    private static func isConsonant(_ letter: UInt8, after isAfterConsonant: Bool) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
        case UInt8(ascii: "y"): !isAfterConsonant
        default: true
        }
    }

    /// How often a vowel is followed by a consonant: the m of the paper.
    private func measure(_ part: ArraySlice<UInt8>) -> Int {
        var measure = 0
        var isFirst = true
        var isAfterConsonant = false
        for letter in part {
            let isConsonant = Self.isConsonant(letter, after: isAfterConsonant)
            if isConsonant, !isAfterConsonant, !isFirst { measure += 1 }
            isAfterConsonant = isConsonant
            isFirst = false
        }
        return measure
    }

    private func hasVowel(_ part: ArraySlice<UInt8>) -> Bool {
        var isConsonant = false
        for letter in part {
            isConsonant = Self.isConsonant(letter, after: isConsonant)
            if !isConsonant { return true }
        }
        return false
    }

    private func endsInDouble(_ part: ArraySlice<UInt8>) -> Bool {
        part.count > 1 && part[part.endIndex - 1] == part[part.endIndex - 2] && isConsonant(part.endIndex - 1)
    }

    /// Consonant, vowel, consonant other than w, x, y: the *o of the paper.
    private func endsInShortSyllable(_ part: ArraySlice<UInt8>) -> Bool {
        guard part.count > 2, let last = part.last, !"wxy".utf8.contains(last) else { return false }
        let end = part.endIndex
        return isConsonant(end - 1) && !isConsonant(end - 2) && isConsonant(end - 3)
    }
}
