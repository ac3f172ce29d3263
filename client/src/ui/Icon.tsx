import { icons, type IconName } from './icons.ts';

interface IconProps {
  readonly name: IconName;
  /** px, 16 unless said. */
  readonly size?: number;
}

/** A picture beside words; alone it needs a labelled control around it. */
export function Icon({ name, size = 16 }: IconProps) {
  const Drawing = icons[name];
  return <Drawing size={size} strokeWidth={1.75} aria-hidden="true" />;
}
