# Bersama bin/demo, bin/check dan bin/test: paket sistem, .venv, paket Python dari kunci ber-hash.
# Aman diulang. Memperbarui kunci sesudah mengubah requirements.txt (perlu uv; yang -audit serupa):
#   opsi="--no-header --no-emit-index-url --no-annotate --generate-hashes"
#   uv pip compile $opsi requirements.txt -o bin/requirements.lock
#   uv pip compile $opsi -c bin/requirements.lock tests/requirements.txt \
#     -o bin/requirements-test.lock
# shellcheck shell=bash

PAKET_JALAN=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation)
# libatomic1: Node bawaan Playwright
PAKET_UJI=(postgresql chromium-headless-shell poppler-utils libreoffice-calc-nogui libatomic1)

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
PYTHON="$PWD/.venv/bin/python"
# dibaca dari kodenya saja: dijalankan bin/check, tidak diulang bin/test
UJI_BENTUK=(tests/test_architecture.py tests/test_kepadatan.py tests/test_kamus.py)
# yang sudah diterjemahkan tidak diterjemahkan ulang oleh tiap proses
unset PYTHONDONTWRITEBYTECODE

pesan() { printf '%s\n' "$*"; }
gagal() { printf '%s\n' "$*" >&2; exit 1; }

# langkah <nama> <perintah…>: jalankan dan cetak lamanya; yang gagal menghentikan skrip dan disebut
LANGKAH="persiapan"
set -E
trap 'printf "Gagal pada langkah: %s\n" "$LANGKAH" >&2' ERR
langkah() {
    local mulai=$EPOCHREALTIME
    LANGKAH=$1
    shift
    pesan "── $LANGKAH"
    "$@"
    local mikro=$((${EPOCHREALTIME/[.,]/} - ${mulai/[.,]/}))
    printf '   selesai dalam %d,%d detik\n' $((mikro / 1000000)) $((mikro / 100000 % 10))
}

DAFTAR_APT="" # daftar paket Debian diperbarui sekali

# paket_sistem <paket…>: pasang yang belum ada, atau sebutkan perintahnya
paket_sistem() {
    local kurang=() paket
    if ! command -v dpkg-query >/dev/null; then
        pesan "Bukan Debian: pastikan padanan paket ini sudah terpasang: $*"
        return
    fi
    for paket in "$@"; do
        dpkg-query -W -f '${Status}' "$paket" 2>/dev/null | grep -q 'ok installed' ||
            kurang+=("$paket")
    done
    python3 -c 'import ensurepip, venv' 2>/dev/null || kurang+=(python3-venv)
    ((${#kurang[@]})) || return 0
    local awalan=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null && sudo -n true 2>/dev/null ||
            gagal "Paket sistem belum lengkap. Jalankan lalu ulangi:
  sudo apt-get update && sudo apt-get install --no-install-recommends ${kurang[*]}"
        awalan=(sudo -n)
    fi
    [ -n "$DAFTAR_APT" ] || "${awalan[@]}" apt-get update -qq
    DAFTAR_APT=segar
    "${awalan[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends "${kurang[@]}"
}

# paket_python <kunci>: .venv sesuai kunci; dilewati bila jejaknya sama
paket_python() {
    local kunci="bin/$1.lock" jejak=".venv/.$1.sha256" sidik
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        gagal "Perlu Python 3.11 atau lebih baru."
    sidik=$(sha256sum "$kunci")
    if [ -x "$PYTHON" ] && "$PYTHON" -c '' 2>/dev/null &&
        [ "$(cat "$jejak" 2>/dev/null)" = "$sidik" ]; then
        pesan "   paket Python sudah sesuai $kunci"
        return
    fi
    "$PYTHON" -c '' 2>/dev/null || python3 -m venv --clear .venv
    uv_pasang "$kunci" ||
        "$PYTHON" -m pip install -q --disable-pip-version-check --require-hashes -r "$kunci" ||
        gagal "Paket Python tidak terpasang; periksa sambungan ke pustaka paket."
    printf '%s\n' "$sidik" >"$jejak"
}

# uv jauh lebih cepat; bila tidak ada atau gagal, pip yang memasang
uv_pasang() {
    command -v uv >/dev/null && VIRTUAL_ENV="$PWD/.venv" uv pip install -q --require-hashes -r "$1"
}

# paket_semua <kunci> <paket sistem…>: keduanya sekaligus; .venv menunggu python3-venv saja
paket_semua() {
    python3 -c 'import ensurepip, venv' 2>/dev/null || paket_sistem
    paket_python "$1" & local python=$!
    paket_sistem "${@:2}"
    wait "$python"
}

# data contoh dan akun demo; pemasangan nyata lewat bin/install tidak pernah memakainya
siapkan_jalan() {
    export DEMO=true
    langkah "Paket sistem dan Python" paket_semua requirements "${PAKET_JALAN[@]}"
}

siapkan_uji() {
    export DEMO=true
    langkah "Paket sistem dan Python" \
        paket_semua requirements-test "${PAKET_JALAN[@]}" "${PAKET_UJI[@]}"
}

PELARI=() # PostgreSQL menolak root: dijalankan sebagai pengguna lain

# pg <perintah…>: perintah PostgreSQL dari $KERANJANG, folder yang boleh dibuka pengguna itu
pg() { (cd "$KERANJANG" && "${PELARI[@]}" "$PG_BIN/$1" "${@:2}"); }

# PostgreSQL sementara di $KERANJANG, hanya lewat soket: postgres://dpmd@/$KERANJANG/<nama>.
# `tahan_mati` menulis ke piring seperti pemasangan nyata; tanpanya cepat dan boleh hilang.
nyalakan_postgres() {
    PG_BIN=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
    [ -n "$PG_BIN" ] || PG_BIN=$(dirname "$(command -v initdb)") ||
        gagal "PostgreSQL tidak ditemukan."
    chmod 755 "$KERANJANG"
    if [ "$(id -u)" = 0 ]; then
        PELARI=(runuser -u postgres --)
        chown postgres "$KERANJANG"
    fi
    pg initdb -D "$KERANJANG/pg" -U dpmd -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    # hanya soket di keranjang: tidak ada port yang dapat bertabrakan
    local opsi="-k '$KERANJANG' -c listen_addresses=''"
    if [ "${1:-}" != tahan_mati ]; then
        opsi+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        opsi+=" -c wal_level=minimal -c max_wal_senders=0 -c jit=off"
    fi
    pg pg_ctl -D "$KERANJANG/pg" -l "$KERANJANG/pg/log" -w start -o "$opsi" >/dev/null
}

matikan_postgres() {
    [ ! -f "$KERANJANG/pg/postmaster.pid" ] ||
        pg pg_ctl -D "$KERANJANG/pg" -m immediate -w stop >/dev/null
}
