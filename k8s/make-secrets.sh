#!/usr/bin/env bash
# Makes the secrets of an overlay, once: k8s/make-secrets.sh k8s/overlays/production
# What is there already stays. The folder is not for git; keep it where you keep keys.
set -euo pipefail
umask 077
overlay=${1:?which overlay? For example: $0 k8s/overlays/production}
[[ -f $overlay/kustomization.yaml ]] || { echo "✗ $overlay is no overlay" >&2; exit 1; }
mkdir -p "$overlay/secrets"
cd "$overlay/secrets"

# Letters only, 188 bits: nats.conf would take a value with digits in front for a number, and a URL needs no escapes.
secret() {
  local letters
  letters=$(LC_ALL=C tr -dc 'a-z' < <(head -c 4096 /dev/urandom))
  printf %s "${letters:0:40}"
}

for name in access-token ticket secrets-key nats turn postgres s3-access-key s3-secret-key; do
  [[ -s $name ]] || secret >"$name"
done
[[ -s postgres-uri ]] || printf 'postgres://diemcau:%s@postgres:5432/diemcau' "$(cat postgres)" >postgres-uri
echo "✓ $(pwd)"
