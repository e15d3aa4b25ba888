/// What `numbering.xml` says of automatic numbers (ECMA-376 part 1, §17.9).
struct WordNumbering: Sendable {
    /// One level of a list.
    struct Level: Sendable {
        var start = 0
        var format = "decimal"
        /// The number's text: `第%1条`, where `%1` is the number of the first level.
        var text = ""
        /// What stands behind it: `tab`, `space` or `nothing`.
        var suffix = "tab"
        /// The level, counted from 1, after which this one begins anew; 0 for never; nil for every wider one.
        var restart: Int?
        /// True where all numbers in the text are written in Western digits.
        var isLegal = false
        /// The style whose paragraphs are on this level.
        var style: String?
        /// True where the number is hidden.
        var isHidden = false
    }

    /// A list as it is described.
    struct Description: Sendable {
        var levels: [Int: Level] = [:]
        /// The style of numbering that this is only a reference to.
        var styleLink: String?
    }

    /// A list as paragraphs use it.
    struct Instance: Sendable {
        var description = ""
        var levels: [Int: Level] = [:]
        var starts: [Int: Int] = [:]
    }

    var descriptions: [String: Description] = [:]
    var instances: [String: Instance] = [:]
    /// Numbering styles and the lists they mean.
    var styles: [String: String] = [:]

    /// Most levels of a list.
    static let levelCount = 9

    /// The description that an instance uses in the end.
    func description(of instance: Instance) -> (id: String, Description)? {
        guard let description = descriptions[instance.description] else { return nil }
        guard let style = description.styleLink, let target = styles[style].flatMap({ instances[$0] }),
            let linked = descriptions[target.description], linked.styleLink == nil
        else { return (instance.description, description) }
        return (target.description, linked)
    }

    /// The level of a list on which paragraphs of a style are.
    func level(ofStyle style: String, in list: String) -> Int? {
        guard let instance = instances[list], let (_, description) = description(of: instance) else { return nil }
        return description.levels.filter { $0.value.style == style }.keys.min()
    }
}

/// Reads `numbering.xml`.
final class WordNumberingReader: XMLConsumer {
    private(set) var numbering = WordNumbering()
    private var description: String?
    private var instance: String?
    private var level: (index: Int, level: WordNumbering.Level)?
    private var override: Int?
    var hasEnough: Bool { false }

    func wantsAttributes(of name: XMLName) -> Bool { name.vocabulary == .word }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name.vocabulary == .word else { return }
        let value = attributes["val"]
        switch name.local {
        case "abstractNum":
            description = attributes["abstractNumId"]
            if let description { numbering.descriptions[description] = .init() }
        case "num":
            instance = attributes["numId"]
            if let instance { numbering.instances[instance] = .init() }
        case "abstractNumId":
            if let instance, let value { numbering.instances[instance]?.description = value }
        case "numStyleLink":
            if let description { numbering.descriptions[description]?.styleLink = value }
        case "lvlOverride": override = attributes["ilvl"].flatMap { Int($0) }
        case "startOverride":
            if let instance, let override, let start = value.flatMap({ Int($0) }) {
                numbering.instances[instance]?.starts[override] = start
            }
        case "lvl": level = attributes["ilvl"].flatMap { Int($0) }.map { ($0, .init()) }
        default: readLevel(name.local, value, attributes)
        }
    }

    private func readLevel(_ name: String, _ value: String?, _ attributes: XMLAttributes) {
        guard level != nil else { return }
        switch name {
        case "start": level?.level.start = value.flatMap { Int($0) } ?? 0
        // A format of other makers' stands as a choice beside one that every reader knows.
        case "numFmt": if let value, value != "custom" { level?.level.format = value }
        case "lvlText": level?.level.text = value ?? ""
        case "suff": level?.level.suffix = value ?? "tab"
        case "lvlRestart": level?.level.restart = value.flatMap { Int($0) }
        case "isLgl": level?.level.isLegal = WordSwitch.isOn(value)
        case "pStyle": level?.level.style = value
        case "vanish": level?.level.isHidden = WordSwitch.isOn(value)
        default: break
        }
    }

    func close(_ name: XMLName) {
        guard name.vocabulary == .word else { return }
        switch name.local {
        case "abstractNum": description = nil
        case "num": instance = nil
        case "lvlOverride": override = nil
        case "lvl": closeLevel()
        default: break
        }
    }

    private func closeLevel() {
        defer { level = nil }
        guard let level, (0..<WordNumbering.levelCount).contains(level.index) else { return }
        if let instance {
            numbering.instances[instance]?.levels[level.index] = level.level
        } else if let description {
            numbering.descriptions[description]?.levels[level.index] = level.level
        }
    }

    func text(_ bytes: [UInt8]) {}
}

/// A property that is on where it is named and not said to be off (ECMA-376 part 1, §17.17.4).
enum WordSwitch {
    static func isOn(_ value: String?) -> Bool {
        switch value {
        case "0", "false", "off": false
        default: true
        }
    }
}
