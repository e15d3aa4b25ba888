import ArgumentParser
import Duizhao

extension FindingFormat: ExpressibleByArgument {}

/// How findings are written.
struct FindingOptions: ParsableArguments {
    @Option(help: "What is written.")
    var format = FindingFormat.terminal

    @Option(help: "When the terminal shows colour.")
    var color = ColourChoice.auto

    @Option(help: ArgumentHelp("Columns of the terminal. (default: as it is, or 80)", valueName: "columns"))
    var width: Int?

    func validate() throws {
        if let width, width < 1 { throw ValidationError("--width \(width): a terminal has columns.") }
    }

    /// Where the result goes to a file, nothing is coloured unasked.
    func layout(to output: OutputOption) -> FindingLayout {
        let isTerminal = output.path == nil && Terminal.showsOutput
        return FindingLayout(
            width: width ?? (isTerminal ? Terminal.columns : nil) ?? FindingLayout().width,
            hasColour: color.isOn(isTerminal: isTerminal))
    }
}
