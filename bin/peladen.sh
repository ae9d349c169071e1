# Bersama bin/load dan bin/faults: basis data sementara berisi data contoh, dan Caddy di depan
# peladennya. Semuanya di $KERANJANG; yang memakainya memasang `trap bersihkan EXIT`.
# shellcheck shell=bash

KERANJANG=$(mktemp -d)
PORT=${PORT:-8765} PORT_TLS=${PORT_TLS:-8766}
ANAK=()
export PORT DATA_DIR="$KERANJANG/data" SITE_URL="https://localhost:$PORT_TLS"

bersihkan() {
    ((${#ANAK[@]} == 0)) || kill "${ANAK[@]}" 2>/dev/null || true
    wait
    matikan_postgres
    ! command -v umount >/dev/null || umount "$KERANJANG"/{pg,data} 2>/dev/null || true
    rm -rf "$KERANJANG"
}

# menulis sungguhan ke piring seperti pemasangan nyata
basis_postgres() {
    nyalakan_postgres tahan_mati
    pg createdb -h "$KERANJANG" -U dpmd dpmd
    export DATABASE_URL="postgres://dpmd@/$KERANJANG/dpmd"
}

data_contoh() {
    "$PYTHON" manage.py migrate -v 0
    "$PYTHON" manage.py seed_demo >/dev/null
}

# Caddyfile pemasangan dengan port lain dan wewenang TLS-nya sendiri
perantara() {
    {
        printf '{\n\thttp_port %s\n\thttps_port %s\n' "$((PORT_TLS + 1))" "$PORT_TLS"
        printf '\tadmin off\n\tskip_install_trust\n}\n'
        sed "s/@ALAMAT@/localhost/; s/@TLS@/tls internal/; s/127.0.0.1:8000/127.0.0.1:$PORT/" \
            bin/install.d/Caddyfile | sed "s|/srv/dpmd|$PWD|"
    } >"$KERANJANG/Caddyfile"
    XDG_DATA_HOME="$KERANJANG/caddy" exec caddy run --config "$KERANJANG/Caddyfile" \
        2>"$KERANJANG/caddy.log"
}
