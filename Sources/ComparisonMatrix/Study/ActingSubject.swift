import ProvisionDiff
import RegulationModel

/// Who acts in a sentence, where its subject is a body or a person.
enum ActingSubject {
    /// The words at the beginning of a sentence, up to its word of duty. The noun itself must name somebody, not one that
    /// hangs on it (“the recruitment of personnel”, 人员薪酬标准).
    static func span(of norm: Norm, from start: Int, in regulation: Regulation) -> ByteSpan? {
        guard let actor = norm.actors.first(where: { !$0.isAgent && $0.span.start == start }),
            let cue = norm.cues.first, actor.span.end <= cue.span.start
        else { return nil }
        let behind = regulation.source.flowed([ByteSpan(actor.span.end, cue.span.start)])
        if regulation.language == .chinese { return behind.isEmpty || behind == "等" ? actor.span : nil }
        let bytes = regulation.source.bytes
        var end = cue.span.start
        while end > start, bytes[end - 1] <= 0x20 || bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
        let words = regulation.source.flowed([ByteSpan(start, end)])
        guard !words.contains(","), ActorHead.isBody(words) else { return nil }
        return ByteSpan(start, end)
    }
}

/// Tells names of bodies and persons from names of things by their head noun.
enum ActorHead {
    private static let stops: Set<String> = [
        "of", "that", "who", "which", "using", "where", "at", "in", "for", "with", "to", "from", "under", "when",
    ]
    /// Endings of the head noun of a body or of persons in English acts.
    private static let nouns: Set<String> = [
        "organ", "organs", "government", "governments", "department", "departments", "authority", "authorities",
        "bureau", "committee", "commission", "agency", "agencies", "institution", "institutions", "unit", "units",
        "enterprise", "enterprises", "organization", "organizations", "person", "persons", "personnel", "officer",
        "officers", "police", "assistant", "assistants", "operator", "operators", "applicant", "applicants", "owner",
        "owners", "employer", "employers", "employee", "employees", "company", "companies", "school", "schools",
        "hospital", "hospitals", "court", "courts", "candidate", "candidates", "driver", "drivers", "worker", "workers",
        "association", "associations", "council", "councils", "ministry", "office", "offices", "staff", "party",
        "parties",
        "holder", "holders", "user", "users", "volunteer", "volunteers", "media", "individual", "individuals",
    ]

    /// True where the last word before the first preposition or relative word names somebody.
    static func isBody(_ name: String) -> Bool {
        let words = name.lowercased().split(separator: " ").map(String.init)
        let head = words.prefix { !stops.contains($0) }
        return head.last.map(nouns.contains) ?? false
    }
}
