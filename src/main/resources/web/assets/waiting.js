/** Waits for those who look. */

/** Lets some time pass, and more while nobody sees the page. */
export async function pause(milliseconds) {
  await new Promise((wake) => { setTimeout(wake, milliseconds); });
  while (document.hidden) {
    await new Promise((seen) => {
      document.addEventListener('visibilitychange', seen, { once: true });
    });
  }
}
