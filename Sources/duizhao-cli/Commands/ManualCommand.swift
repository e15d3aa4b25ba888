import ArgumentParser
import Duizhao
import FoundationEssentials

/// `duizhao manual`: the manual page, made from what `--help` says.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Write the manual page (roff), made from the help of all commands.",
        discussion: """
            Example: duizhao manual | man -l -
            Example: duizhao manual > /usr/local/share/man/man1/duizhao.1
            """)

    func run() throws {
        let tool: ToolHelp
        do {
            tool = try JSONDecoder().decode(ToolHelp.self, from: Data(DuizhaoCommand._dumpHelp().utf8))
        } catch {
            throw SurroundingsError("the help of the commands cannot be read: \(error)")
        }
        try Terminal.out(ManualPage(command: tool.command, version: DuizhaoCommand.configuration.version).text)
    }
}

/// The help of all commands as the argument parser tells it.
struct ToolHelp: Decodable {
    let command: Command

    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
    }

    struct Name: Decodable {
        let kind: String
        let name: String

        /// As it is typed.
        var typed: String { (kind == "long" ? "--" : "-") + name }
    }
}

/// A manual page in the macros of man(7). It has no date: the same program gives the same page.
struct ManualPage {
    let command: ToolHelp.Command
    let version: String

    var text: String {
        let name = command.commandName
        var lines = [".TH \(name.uppercased()) 1 \"\" \"\(name) \(version)\" \"User Commands\"", ".SH NAME"]
        lines.append("\(name) \\- \(Self.escaped(command.abstract ?? ""))")
        lines += [".SH SYNOPSIS", ".B \(name)", "\\fIcommand\\fR [\\fIarguments\\fR]", ".SH DESCRIPTION"]
        lines += Self.paragraphs(command.discussion) + [".SH COMMANDS"]
        for one in command.subcommands ?? [] where one.commandName != "help" { lines += Self.section(one, of: name) }
        lines += [
            ".SH ENVIRONMENT", ".TP", ".B NO_COLOR", "Where it is set and not empty, nothing is coloured unasked.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ command: ToolHelp.Command, of tool: String) -> [String] {
        let arguments = (command.arguments ?? []).filter { argument in
            // Every command has these two.
            argument.shouldDisplay && argument.names?.contains { ["help", "version"].contains($0.name) } != true
        }
        let synopsis = arguments.filter { $0.kind == "positional" }.map(placeholder).joined(separator: " ")
        var lines = [".SS \"\(tool) \(command.commandName)\""]
        lines.append("\\fB\(tool) \(escaped(command.commandName))\\fR [\\fIoptions\\fR] \(synopsis)")
        lines += [".PP", escaped(command.abstract ?? "")] + paragraphs(command.discussion)
        for argument in arguments { lines += entry(argument) }
        return lines
    }

    private static func placeholder(_ argument: ToolHelp.Argument) -> String {
        let name = "\\fI\(escaped(argument.valueName ?? ""))\\fR" + (argument.isRepeating ? " ..." : "")
        return argument.isOptional ? "[\(name)]" : name
    }

    private static func entry(_ argument: ToolHelp.Argument) -> [String] {
        let value = argument.valueName.map { " \\fI\(escaped($0))\\fR" } ?? ""
        let head =
            switch argument.kind {
            case "positional": "\\fI\(escaped(argument.valueName ?? ""))\\fR"
            default:
                (argument.names ?? []).map { "\\fB\(escaped($0.typed))\\fR" }.joined(separator: ", ")
                    + (argument.kind == "option" ? value : "")
            }
        var text = argument.abstract ?? ""
        if let values = argument.allValues, !values.isEmpty { text += " One of: \(values.joined(separator: ", "))." }
        if let standard = argument.defaultValue, !text.contains("(default:") { text += " (default: \(standard))" }
        return [".TP", head, escaped(text)]
    }

    private static func paragraphs(_ text: String?) -> [String] {
        (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
            if line.isEmpty { return [".PP"] }
            guard line.hasPrefix("Example: ") else { return [escaped(String(line))] }
            return [".PP", ".RS", ".nf", escaped(String(line.dropFirst("Example: ".count))), ".fi", ".RE"]
        }
    }

    /// Text in which nothing is a request or an escape of roff.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "\n": result += " "
            default: result.append(character)
            }
        }
        return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
    }
}
