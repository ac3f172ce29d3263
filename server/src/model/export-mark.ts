/** How a script that holds a whole exported graph begins, behind `// `. Its number is raised when its form changes. */
export const exportMark = 'Claimgraph export 1';
