# Bersama bin/install, bin/upgrade dan bin/restore: setelan dan satuan systemd pemasangan ini.
# shellcheck shell=bash

umask 022 # akun layanan membaca kodenya
LINGKUNGAN=${LINGKUNGAN:-/etc/dpmd/lingkungan}
SYSTEMD=${SYSTEMD:-/etc/systemd/system}
MENULIS_JANGKAR=(dpmd.service dpmd-worker@.service dpmd-backup.service)
COBA=""  # terisi: sebutkan saja
HIDUP=() # yang dinyalakan lagi sesudah hentikan

# laku <perintah…>: jalankan, atau hanya sebutkan pada --dry-run
laku() {
    if [ -n "$COBA" ]; then
        printf '  '
        printf ' %q' "$@"
        printf '\n'
    else
        "$@"
    fi
}

# tulis <berkas> <mode>: isi dari masukan baku
tulis() {
    if [ -n "$COBA" ]; then
        printf '   tulis %s\n' "$1"
        cat >/dev/null
    else
        install -D -m "$2" /dev/stdin "$1"
    fi
}

# setelan <nama>: isinya pada berkas setelan, kosong bila tidak disebut
setelan() {
    [ ! -r "$LINGKUNGAN" ] || sed -n "s/^$1=//p" "$LINGKUNGAN" | tail -n 1 | tr -d "\"'"
}

ada_systemd() { [ -d "${SYSTEMD_BERJALAN:-/run/systemd/system}" ]; }

# pewaktu lebih dahulu, agar tidak menyalakan yang lain; pekerja menyelesaikan tugasnya. Yang gagal
# pun dinyalakan lagi nanti; yang sengaja dimatikan tidak.
hentikan() {
    ada_systemd || return 0
    mapfile -t HIDUP < <(systemctl list-units --all --plain --no-legend --type=service,timer \
        --state=active,activating,failed dpmd.service 'dpmd-*' |
        awk '$1 ~ /^(dpmd\.service|dpmd-worker@.*|.*\.timer)$/ { print $1 }')
    systemctl stop 'dpmd-*.timer'
    systemctl stop dpmd.service 'dpmd-*.service'
}

nyalakan() {
    ada_systemd && ((${#HIDUP[@]})) || return 0
    systemctl start "${HIDUP[@]}"
}

pasang_satuan() {
    local satuan
    for satuan in bin/install.d/dpmd*; do
        laku install -m 644 "$satuan" "$SYSTEMD/"
    done
    jalan_jangkar
    if ada_systemd; then
        laku systemctl daemon-reload
    fi
}

# jangkar di luar folder data: satuan yang menulisnya boleh menulis di sana
jalan_jangkar() {
    local jangkar satuan tambahan
    jangkar=$(setelan AUDIT_ANCHOR)
    for satuan in "${MENULIS_JANGKAR[@]}"; do
        tambahan=$SYSTEMD/$satuan.d/jangkar.conf
        if [ -n "$jangkar" ]; then
            printf '[Service]\nReadWritePaths=-%s\n' "$(dirname "$jangkar")" | tulis "$tambahan" 644
        elif [ -e "$tambahan" ]; then
            laku rm "$tambahan"
        fi
    done
}
