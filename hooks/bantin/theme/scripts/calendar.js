/* A month of the calendar: marks the reader's own day. The build has marked that on which it ran,
   which may be long ago. */

(() => {
  "use strict";

  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const day = parts.map((part) => String(part).padStart(2, "0")).join("-");
  const days = document.querySelector(".days");
  for (const time of days.querySelectorAll("time")) {
    const today = time.dateTime === day;
    time.closest(".days > li").classList.toggle("today", today);
    if (today) {
      time.setAttribute("aria-current", "date");
      time.parentElement.dataset.today = days.dataset.today;
    } else {
      time.removeAttribute("aria-current");
      delete time.parentElement.dataset.today;
    }
  }
})();
