// Pekerja layanan: halaman kisi yang pernah dibuka dapat dibuka lagi tanpa jaringan. Jaringan selalu didahulukan.
"use strict";
const BERKAS = "berkas";
const KISI = "kisi";
const LURING = "/luring/";
const TERBANYAK = 40; // halaman kisi tersimpan

async function siapkan() {
  const simpanan = await caches.open(BERKAS);
  const halaman = await fetch(LURING, { credentials: "omit" });
  const isi = await halaman.clone().text();
  const alamat = [...isi.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map(([, satu]) => satu);
  const lembar = ["grid", "blok"].map((nama) => `/static/js/${nama}.js`);
  await simpanan.addAll([...new Set([...alamat, ...lembar])]);
  await simpanan.put(LURING, halaman);
}

async function simpanKisi(permintaan, balasan) {
  const simpanan = await caches.open(KISI);
  await simpanan.delete(permintaan.url);
  await simpanan.put(permintaan.url, balasan);
  const semua = await simpanan.keys();
  await Promise.all(semua.slice(0, -TERBANYAK).map((lama) => simpanan.delete(lama)));
}

async function halaman(peristiwa) {
  try {
    const balasan = await fetch(peristiwa.request);
    if (balasan.headers.has("X-Kisi")) peristiwa.waitUntil(simpanKisi(peristiwa.request, balasan.clone()));
    return balasan;
  } catch {
    const pilihan = { ignoreVary: true };
    return (await caches.match(peristiwa.request.url, { ...pilihan, cacheName: KISI }))
      ?? (await caches.match(LURING, { ...pilihan, cacheName: BERKAS })) ?? Response.error();
  }
}

async function berkas(peristiwa) {
  try {
    const balasan = await fetch(peristiwa.request);
    if (balasan.ok) {
      const salinan = balasan.clone();
      peristiwa.waitUntil(caches.open(BERKAS).then((simpanan) => simpanan.put(peristiwa.request, salinan)));
    }
    return balasan;
  } catch {
    return (await caches.match(peristiwa.request, { cacheName: BERKAS, ignoreVary: true })) ?? Response.error();
  }
}

self.addEventListener("install", (peristiwa) => { self.skipWaiting(); peristiwa.waitUntil(siapkan()); });
self.addEventListener("activate", (peristiwa) => peristiwa.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (peristiwa) => {
  const { request } = peristiwa;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") peristiwa.respondWith(halaman(peristiwa));
  else if (url.pathname.startsWith("/static/")) peristiwa.respondWith(berkas(peristiwa));
});
