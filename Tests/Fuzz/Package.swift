// swift-tools-version: 6.2
import PackageDescription

// Fuzzing of everything that reads text from outside, a package of its own: `make fuzz FUZZ_TIME=seconds`. One program;
// the environment variable DUIZHAO_FUZZ names the target. It is built with `--sanitize fuzzer`, which brings `main`.
let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "duizhao", path: "../..")],
    targets: [
        .executableTarget(name: "fuzz", dependencies: [.product(name: "Duizhao", package: "duizhao")])
    ],
    swiftLanguageModes: [.v6]
)
