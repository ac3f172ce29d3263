import styles from './TopBar.module.css';

/** The sign of the product: two entities and the marked claim between them. */
export function Mark() {
  return (
    <svg width="26" height="20" viewBox="0 0 26 20" aria-hidden="true">
      <path d="M5 10H21" className={styles['marker']} strokeWidth="9" strokeLinecap="round" />
      <path d="M5 10H21" className={styles['stroke']} strokeWidth="2.4" />
      <circle cx="4.500" cy="10" r="4" className={styles['dot']} />
      <circle cx="21.500" cy="10" r="4" className={styles['dot']} />
    </svg>
  );
}
