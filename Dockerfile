# One static binary, nothing else: docker build -t oxsec . && docker run --rm -v "$PWD:/code:ro" oxsec check /code
FROM rust:1.95-alpine AS build
RUN apk add --no-cache musl-dev gcc make perl
WORKDIR /source
COPY . .
RUN cargo build --profile dist --locked --bin oxsec && cp target/dist/oxsec /oxsec

FROM scratch
COPY --from=build /oxsec /oxsec
WORKDIR /code
ENTRYPOINT ["/oxsec"]
