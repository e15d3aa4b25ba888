// swift-tools-version: 6.2
import PackageDescription

// Fuzzing of everything that reads text from outside, a package of its own.
//
// `fuzz` is what `make fuzz FUZZ_TIME=seconds` runs: the environment variable DUIZHAO_FUZZ names the target; it is built
// with `--sanitize fuzzer`, which brings `main`. `mutations` is what `make mutations` runs: a fixed number of damaged
// copies, the same in each run, in an optimised build without a sanitizer.
let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "duizhao", path: "../..")],
    targets: [
        .target(name: "FuzzChecks", dependencies: [.product(name: "Duizhao", package: "duizhao")]),
        .executableTarget(name: "fuzz", dependencies: ["FuzzChecks"]),
        .executableTarget(name: "mutations", dependencies: ["FuzzChecks"]),
    ],
    swiftLanguageModes: [.v6]
)
