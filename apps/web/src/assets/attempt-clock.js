// Follows the server's time to the deadline. An improvement: the page states the time left and the deadline without it.
const clock = document.querySelector('[data-attempt-clock]');
if (clock) {
  const left = clock.querySelector('[data-left]');
  const aloud = clock.querySelector('[data-aloud]');
  const milliseconds = Date.parse(clock.dataset.deadline) - Date.parse(clock.dataset.serverTime);
  const end = performance.now() + milliseconds;
  const announceAt = new Set([300, 60]);
  let sent = false;
  const tell = () => {
    const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    const minutes = Math.floor(seconds / 60);
    left.textContent = `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
    if (announceAt.delete(seconds)) aloud.textContent = `${clock.dataset.word} ${left.textContent}`;
    if (seconds === 0 && !sent) {
      sent = true;
      window.setTimeout(() => window.location.assign(clock.dataset.result), 1500);
    }
  };
  tell();
  window.setInterval(tell, 500);
}
