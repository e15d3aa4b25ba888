import Foundation

/// Any JSON value.
enum JSONValue: Decodable, Equatable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    init(_ text: String) throws { self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) }

    subscript(key: String) -> JSONValue? { fields[key] }

    var fields: [String: JSONValue] {
        guard case .object(let fields) = self else { return [:] }
        return fields
    }

    var items: [JSONValue] {
        guard case .list(let items) = self else { return [] }
        return items
    }

    var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    var number: Double? {
        guard case .number(let number) = self else { return nil }
        return number
    }
}

/// A JSON Schema (draft 2020-12), as far as the published schemas use it. A keyword that is not known here is a fault, so
/// that nothing in a schema goes unchecked.
struct JSONSchema {
    let root: JSONValue
    /// The patterns of the schema, each compiled once.
    private let patterns: [String: Regex<AnyRegexOutput>]

    init(_ text: String) throws {
        root = try JSONValue(text)
        patterns = try Dictionary(
            Self.patterns(in: root).map { ($0, try Regex($0)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func patterns(in value: JSONValue) -> [String] {
        let own = [value["pattern"]?.text].compactMap(\.self)
        return own + (Array(value.fields.values) + value.items).flatMap(patterns)
    }

    /// Keywords that say something of the schema, not of the value.
    private static let silent: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

    /// What is wrong with a value, each fault with its place.
    func faults(of value: JSONValue) -> [String] { faults(value, root, "$") }

    /// All schemas of objects, by the name of their definition.
    var objects: [String: JSONValue] { (root["$defs"]?.fields ?? [:]).filter { $0.value["properties"] != nil } }

    private func faults(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        schema.fields.sorted { $0.key < $1.key }.flatMap { keyword, rule -> [String] in
            switch keyword {
            case "$ref": return faults(value, definition(rule), place)
            case "anyOf":
                let isAny = rule.items.contains { faults(value, $0, place).isEmpty }
                return isAny ? [] : ["\(place): none of the alternatives"]
            case "properties", "required", "additionalProperties":
                return objectFaults(value, schema, keyword, place)
            case "items":
                return value.items.enumerated().flatMap { faults($1, rule, "\(place)[\($0)]") }
            default:
                guard !Self.silent.contains(keyword) else { return [] }
                return holds(value, keyword, rule) ? [] : ["\(place): \(keyword) is not \(rule)"]
            }
        }
    }

    private func definition(_ reference: JSONValue) -> JSONValue {
        let name = reference.text.map { String($0.dropFirst("#/$defs/".count)) } ?? ""
        return root["$defs"]?[name] ?? .object(["missing definition": reference])
    }

    private func objectFaults(_ value: JSONValue, _ schema: JSONValue, _ keyword: String, _ place: String) -> [String] {
        let properties = schema["properties"]?.fields ?? [:]
        switch keyword {
        case "properties":
            return value.fields.sorted { $0.key < $1.key }.flatMap { name, field in
                properties[name].map { faults(field, $0, "\(place).\(name)") } ?? []
            }
        case "required":
            let missing = (schema["required"]?.items ?? []).compactMap(\.text).filter { value[$0] == nil }
            return missing.map { "\(place): \($0) is missing" }
        default:
            let unknown = value.fields.keys.filter { properties[$0] == nil }.sorted()
            return unknown.map { "\(place): \($0) is not described" }
        }
    }

    private func holds(_ value: JSONValue, _ keyword: String, _ rule: JSONValue) -> Bool {
        switch (keyword, value) {
        case ("type", _):
            let names = rule.text.map { [$0] } ?? rule.items.compactMap(\.text)
            return names.contains { Self.isOfType(value, $0) }
        case ("enum", _): return rule.items.contains(value)
        case ("pattern", .text(let text)):
            return patterns[rule.text ?? ""].map { text.firstMatch(of: $0) != nil } ?? false
        case ("minLength", .text(let text)): return Double(text.unicodeScalars.count) >= rule.number ?? .infinity
        case ("minimum", .number(let number)): return number >= rule.number ?? .infinity
        case ("maximum", .number(let number)): return number <= rule.number ?? -.infinity
        case ("minItems", .list(let items)): return Double(items.count) >= rule.number ?? .infinity
        case ("maxItems", .list(let items)): return Double(items.count) <= rule.number ?? -1
        case ("pattern", _), ("minLength", _), ("minimum", _), ("maximum", _), ("minItems", _), ("maxItems", _):
            return true
        default: return false
        }
    }

    private static func isOfType(_ value: JSONValue, _ name: String) -> Bool {
        switch value {
        case .null: name == "null"
        case .flag: name == "boolean"
        case .number(let number): name == "number" || (name == "integer" && number == number.rounded())
        case .text: name == "string"
        case .list: name == "array"
        case .object: name == "object"
        }
    }
}
